using Rotfeste.Bench.Grounds;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Bench.Ingest;

/// <summary>Who listens, and how much is sent to them.</summary>
/// <param name="Name">"ingest".</param>
/// <param name="PerSecond">Events.</param>
/// <param name="Listened">What is listened for.</param>
/// <param name="AddListeners">Writes searches, and more organisations where wanted; gives all that listen.</param>
internal sealed record StreamLoad(
    string Name, int PerSecond, Listened Listened, Func<Founded, IServiceProvider, Task<IReadOnlyList<OrganisationId>>> AddListeners)
{
    /// <summary>The product's memory at most, where there is an aim.</summary>
    public double? MostMegabytes { get; init; }
}

/// <summary>What the stream must hold so that it is heard.</summary>
/// <param name="Names">Words that one search each finds.</param>
/// <param name="Accounts">Own accounts, by DID of one length.</param>
internal sealed record Listened(IReadOnlyList<string> Names, IReadOnlyList<string> Accounts);
