using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Sources;

/// <summary>A place that posts come from, beside the open stream: how it is asked, and how it is.</summary>
internal sealed class Source : IBelongToOrganisation, IVersioned
{
    public const int LongestName = 100;

    public required SourceId Id { get; init; }

    public required OrganisationId Organisation { get; init; }

    public required SourceKind Kind { get; init; }

    public required string Name { get; set; }

    /// <summary>Of the feed; "" for the others.</summary>
    public string Address { get; private set; } = "";

    /// <summary>All of it becomes mentions, not only what searches hit.</summary>
    public bool TakesAll { get; set; }

    public required Instant AddedAt { get; init; }

    public required PersonId AddedBy { get; init; }

    public Instant? PausedAt { get; private set; }

    public SourceTrouble Trouble { get; private set; }

    public Instant? TroubleSince { get; private set; }

    /// <summary>When it was last asked, or null.</summary>
    public Instant? AskedAt { get; private set; }

    /// <summary>When it last answered as it should, or sent something.</summary>
    public Instant? HeardAt { get; private set; }

    /// <summary>When it last had something new.</summary>
    public Instant? NewAt { get; private set; }

    /// <summary>Sent back verbatim, so that the server need not send what we have.</summary>
    public string? ETag { get; private set; }

    public string? LastModified { get; private set; }

    /// <summary>How long we wait between two questions, in minutes.</summary>
    public int PaceMinutes { get; set; } = 60;

    /// <summary>What the feed held last time, as hashes; "" before it was read.</summary>
    public string Held { get; private set; } = "";

    /// <summary>The webhook's secret, encrypted.</summary>
    public string? SealedSecret { get; set; }

    public long Version { get; set; }

    public bool IsAsked => Kind == SourceKind.Feed && PausedAt is null;

    public static Source Of(SourceKind kind, OrganisationId organisation, string name, string address, PersonId by, Instant now) => new()
    {
        Id = SourceId.New(),
        Organisation = organisation,
        Kind = kind,
        Name = name.Length <= LongestName ? name : name[..LongestName],
        Address = address,
        AddedAt = now,
        AddedBy = by,
    };

    public void Pause(Instant now) => PausedAt ??= now;

    public void Resume() => PausedAt = null;

    /// <summary>It answered, or sent something.</summary>
    public void Hear(Instant now, bool hasNew)
    {
        (AskedAt, HeardAt) = (now, now);
        if (hasNew)
            NewAt = now;
        (Trouble, TroubleSince) = (SourceTrouble.None, null);
    }

    /// <summary>What it holds now, and how to ask next time.</summary>
    public void Hold(string held, string? etag, string? lastModified) => (Held, ETag, LastModified) = (held, etag, lastModified);

    /// <summary>It moved for good.</summary>
    public void Move(string address) => (Address, ETag, LastModified) = (address, null, null);

    /// <summary>Something ails it; since when stands until it is well.</summary>
    public void Fail(SourceTrouble trouble, Instant now)
    {
        AskedAt = now;
        TroubleSince ??= now;
        Trouble = trouble;
    }
}
