using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Likes;

/// <summary>Somebody said that neither this nor what says the same is for us. Those to come are put away as they come.</summary>
internal sealed class DismissedLike : IBelongToOrganisation
{
    public required OrganisationId Organisation { get; init; }

    public required Guid LikeGroup { get; init; }

    public required PersonId By { get; init; }

    public required Instant At { get; init; }

    public static void Map(ModelBuilder model) => model.Entity<DismissedLike>(row =>
    {
        row.ToTable("listening_dismissed_likes");
        row.HasKey(d => new { d.Organisation, d.LikeGroup });
    });
}
