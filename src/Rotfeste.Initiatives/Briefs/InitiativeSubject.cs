using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Contracts;

namespace Rotfeste.Initiatives.Briefs;

/// <summary>An initiative as Agreements knows it.</summary>
internal static class InitiativeSubject
{
    public const string Kind = "initiative";

    public static Subject Of(InitiativeId initiative) => new(Kind, initiative.Value);
}
