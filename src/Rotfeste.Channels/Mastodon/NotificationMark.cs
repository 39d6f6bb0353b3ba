using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Channels.Mastodon;

/// <summary>
/// How far an account's notifications are taken in. Some servers give the nearest page above a mark, others the newest: so each stretch
/// is walked back from the page that came until nothing is left between it and the mark, and only then the mark moves.
/// </summary>
internal sealed class NotificationMark : IBelongToOrganisation
{
    private NotificationMark()
    {
    }

    public ChannelId Channel { get; private set; }

    public OrganisationId Organisation { get; private set; }

    /// <summary>All up to this id is taken in; null while there was none.</summary>
    public string? Position { get; private set; }

    /// <summary>Newest id of the stretch under way, or null.</summary>
    public string? Top { get; private set; }

    /// <summary>Oldest id reached on the way back, or null.</summary>
    public string? Back { get; private set; }

    /// <summary>Null before the first look.</summary>
    public Instant? LookedAt { get; private set; }

    public static NotificationMark Of(ChannelKey key) => new() { Channel = key.Channel, Organisation = key.Organisation };

    /// <summary>The first look takes the newest page and nothing older.</summary>
    public void Begin(string? newest, Instant now) => (Position, LookedAt) = (newest, now);

    /// <summary>A page is taken in; true when the way goes on at once.</summary>
    /// <param name="newest">First id of the page, or null when it was empty.</param>
    /// <param name="oldest">Last id.</param>
    /// <param name="stored">How many of its entries were new.</param>
    /// <param name="now">When.</param>
    public bool Take(string? newest, string? oldest, int stored, Instant now)
    {
        LookedAt = now;

        // A server that does not know how to walk back gives the same page for ever.
        var ends = newest is null || oldest == Back || (Back is not null && stored == 0);
        if (!ends)
        {
            Top ??= newest;
            Back = oldest;
            return true;
        }

        var wasUnderWay = Top is not null;
        Position = Top ?? Position;
        (Top, Back) = (null, null);
        return wasUnderWay && newest is null;
    }

    /// <summary>The server no longer knows the ids: from the top again, where repeats do no harm.</summary>
    public void StartOver() => (Top, Back) = (null, null);

    public static void Map(ModelBuilder model) => model.Entity<NotificationMark>(row =>
    {
        row.ToTable("channels_mastodon_marks");
        row.HasKey(m => m.Channel);
        row.Property(m => m.Channel).ValueGeneratedNever();
    });
}
