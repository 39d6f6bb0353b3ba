using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Waves;

/// <summary>What rose: a search's mentions, or a label's.</summary>
internal enum WaveOf
{
    Search,
    Label,
}

/// <summary>Much more was said than was to be expected. One row a wave, and one alert a row.</summary>
internal sealed class Wave : IBelongToOrganisation, IVersioned
{
    public required Guid Id { get; init; }

    public required OrganisationId Organisation { get; init; }

    /// <summary>The id of the search or the label.</summary>
    public required Guid Subject { get; init; }

    public required WaveOf Of { get; init; }

    /// <summary>When it rose.</summary>
    public required Instant Since { get; init; }

    /// <summary>The five minutes that told of it.</summary>
    public required Instant ToldAt { get; init; }

    /// <summary>Posts from the rise to its last high step, or to now.</summary>
    public long Posts { get; private set; }

    /// <summary>How many were to be expected in the same time.</summary>
    public double Expected { get; private set; }

    /// <summary>The step up to which it was looked at.</summary>
    public Instant SeenTo { get; private set; }

    /// <summary>When it was over, or null.</summary>
    public Instant? EndedAt { get; private set; }

    public long Version { get; set; }

    /// <summary>How many times what was expected; at least 1, for a wave is never less.</summary>
    public double Times => Math.Max(1, Posts / Math.Max(0.5, Expected));

    public void Follow(long posts, double expected, Instant seenTo) => (Posts, Expected, SeenTo) = (posts, expected, seenTo);

    public void End(Instant at) => EndedAt ??= at;
}

/// <summary>Somebody asked to be told of waves.</summary>
internal sealed class WaveWatcher : IBelongToOrganisation
{
    public required OrganisationId Organisation { get; init; }

    public required Guid Subject { get; init; }

    public required PersonId Person { get; init; }
}

/// <summary>How many alerts a month a search or label may raise, where that is not the usual number.</summary>
internal sealed class WaveBudget : IBelongToOrganisation
{
    public const int Usual = 4;
    public const int Most = 60;

    public required OrganisationId Organisation { get; init; }

    public required Guid Subject { get; init; }

    public required int AlertsPerMonth { get; set; }
}
