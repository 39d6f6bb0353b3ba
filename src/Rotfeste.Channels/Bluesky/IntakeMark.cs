using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Channels.Bluesky;

/// <summary>
/// How far an account's events are taken in. They come newest first: going back after an outage, the page reached is kept, and
/// only when the way back has met what was there before does the mark move.
/// </summary>
internal sealed class IntakeMark : IBelongToOrganisation
{
    private IntakeMark()
    {
    }

    public ChannelId Channel { get; private set; }

    public OrganisationId Organisation { get; private set; }

    /// <summary>All up to here is taken in; null before the first look.</summary>
    public Instant? SeenTo { get; private set; }

    /// <summary>Older ones are from before the account was connected, and left alone.</summary>
    public Instant? Floor { get; private set; }

    /// <summary>Newest of the way back that is under way, or null.</summary>
    public Instant? Top { get; private set; }

    /// <summary>The page to go on with, or null when no way back is under way.</summary>
    public string? Page { get; private set; }

    public Instant? LookedAt { get; private set; }

    public static IntakeMark Of(ChannelKey key) => new() { Channel = key.Channel, Organisation = key.Organisation };

    /// <summary>The first look takes a little history and nothing older.</summary>
    /// <param name="floor">The oldest event taken, where there were older ones; else null.</param>
    /// <param name="newest">The newest event, or null where there was none.</param>
    /// <param name="asked">When the network was asked: what came after that is not seen yet.</param>
    public void Begin(Instant? floor, Instant? newest, Instant asked)
    {
        Floor = floor;
        SeenTo = newest ?? asked;
        LookedAt = asked;
    }

    /// <summary>A page is taken in.</summary>
    /// <param name="newest">Newest event of the page, or null when it was empty.</param>
    /// <param name="oldest">Oldest, or null.</param>
    /// <param name="next">The page behind it, or null at the end.</param>
    /// <param name="asked">When the network was asked for it.</param>
    public void Take(Instant? newest, Instant? oldest, string? next, Instant asked)
    {
        // A server's clock may run ahead; a mark in the future would hide what comes until then.
        Top ??= newest is { } named && named < asked ? named : asked;
        LookedAt = asked;
        var met = next is null || oldest is null || oldest < SeenTo || oldest < Floor;
        if (!met)
        {
            Page = next;
            return;
        }

        if (Top > SeenTo)
            SeenTo = Top;
        (Top, Page) = (null, null);
    }

    /// <summary>The server no longer knows the page: from the top again, where repeats do no harm.</summary>
    public void StartOver() => (Top, Page) = (null, null);

    public static void Map(ModelBuilder model) => model.Entity<IntakeMark>(row =>
    {
        row.ToTable("channels_intake");
        row.HasKey(m => m.Channel);
        row.Property(m => m.Channel).ValueGeneratedNever();
    });
}
