using NodaTime;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Mentions;

/// <summary>A post that one or more searches found, once for each organisation.</summary>
internal sealed class Mention : IBelongToOrganisation
{
    public const int LongestNote = 500;

    public required MentionId Id { get; init; }

    public required OrganisationId Organisation { get; init; }

    public required PostId Post { get; init; }

    /// <summary>The network's time; what the list is ordered by.</summary>
    public required Instant At { get; init; }

    /// <summary>When it came here.</summary>
    public required Instant FoundAt { get; init; }

    /// <summary>The network it came from.</summary>
    public string Source { get; private set; } = "";

    /// <summary>What it is listed under; "" for one from before languages were told.</summary>
    public string Language { get; private set; } = "";

    /// <summary>Those that say the same share it.</summary>
    public required Guid LikeGroup { get; init; }

    /// <summary>The one that stands in the list for all that say the same.</summary>
    public required bool IsFirst { get; set; }

    /// <summary>Somebody said it is not for us.</summary>
    public Instant? DismissedAt { get; private set; }

    public PersonId? DismissedBy { get; private set; }

    /// <summary>Taken into dialogue.</summary>
    public Instant? TakenAt { get; private set; }

    /// <summary>The colleague who was asked to look at it.</summary>
    public PersonId? HandedTo { get; private set; }

    public PersonId? HandedBy { get; private set; }

    public string? HandedNote { get; private set; }

    public void Dismiss(PersonId by, Instant now) => (DismissedBy, DismissedAt) = (by, now);

    public void Restore() => (DismissedBy, DismissedAt) = (null, null);

    public void MarkTaken(Instant now) => TakenAt ??= now;

    public void Tell(string source, string language) => (Source, Language) = (source, language);

    public void Hand(PersonId to, PersonId by, string note) =>
        (HandedTo, HandedBy, HandedNote) = (to, by, note.Length <= LongestNote ? note : note[..LongestNote]);

    public void HandBack() => (HandedTo, HandedBy, HandedNote) = (null, null, null);
}

/// <summary>Which search found a mention.</summary>
internal sealed class Hit : IBelongToOrganisation
{
    public required MentionId Mention { get; init; }

    public required SearchId Search { get; init; }

    public required OrganisationId Organisation { get; init; }

    public required Instant At { get; init; }
}
