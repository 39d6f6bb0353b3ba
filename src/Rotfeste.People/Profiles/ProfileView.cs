using NodaTime;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.People.Profiles;

/// <summary>The person's own page, the same in all organisations.</summary>
public sealed record ProfileView(
    string Name,
    string FirstName,
    string Email,
    bool HasPassword,
    IReadOnlyList<PasskeyView> Passkeys,
    IReadOnlyList<PlaceView> Places,
    bool OwnsSomewhere,
    string? Done,
    IReadOnlyList<Refusal> Refusals);

/// <summary>One of the person's passkeys.</summary>
public sealed record PasskeyView(string Id, string? Name, Instant CreatedAt);

/// <summary>One of the person's organisations.</summary>
public sealed record PlaceView(string Name, string Path);
