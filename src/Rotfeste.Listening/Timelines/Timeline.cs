using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Timelines;

/// <summary>A public list of a server that an account of ours is at, and how far it is read.</summary>
internal sealed class Timeline : IBelongToOrganisation
{
    private Timeline()
    {
    }

    public ChannelId Channel { get; private init; }

    public OrganisationId Organisation { get; private init; }

    /// <summary>The tag without "#"; "" for all that is public there.</summary>
    public string Tag { get; private init; } = "";

    public string? Position { get; private set; }

    public Instant? AskedAt { get; private set; }

    /// <summary>When it last answered as it should.</summary>
    public Instant? HeardAt { get; private set; }

    /// <summary>Since when the server gives it to nobody like us, or null.</summary>
    public Instant? RefusedSince { get; private set; }

    /// <summary>When more was said between two questions than the server held, or null.</summary>
    public Instant? OverrunAt { get; private set; }

    public static Timeline Of(OrganisationId organisation, ChannelId channel, string tag) =>
        new() { Channel = channel, Organisation = organisation, Tag = tag };

    public void Ask(Instant now) => AskedAt = now;

    public void Hear(string? newest, Instant now) => (Position, HeardAt, RefusedSince) = (newest ?? Position, now, null);

    public void Refuse(Instant now) => RefusedSince ??= now;

    /// <summary>It goes on from the newest: what lay between is lost, and said so.</summary>
    public void Overrun(Instant now) => (Position, OverrunAt) = (null, now);

    public static void Map(ModelBuilder model) => model.Entity<Timeline>(row =>
    {
        row.ToTable("listening_timelines");
        row.HasKey(t => new { t.Channel, t.Tag });
    });
}
