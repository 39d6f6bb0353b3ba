using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Addressing;

/// <summary>That a post addressed one of our accounts, and that it was told: once, whichever of stream and notification came first.</summary>
internal sealed class Addressed : IBelongToOrganisation
{
    public required OrganisationId Organisation { get; init; }

    public required PostId Post { get; init; }

    public required ChannelId Channel { get; init; }

    public required AccountEventKind Kind { get; init; }

    public required Instant At { get; init; }

    public static void Map(ModelBuilder model) => model.Entity<Addressed>(row =>
    {
        row.ToTable("listening_addressed");
        row.HasKey(a => new { a.Organisation, a.Post, a.Channel });
    });
}
