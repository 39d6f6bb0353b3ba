using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Labels;

/// <summary>A word of the organisation's own that sorts mentions.</summary>
internal sealed class Label : IBelongToOrganisation
{
    public const int LongestName = 40;
    public const int MostLabels = 100;

    public required Guid Id { get; init; }

    public required OrganisationId Organisation { get; init; }

    public required string Name { get; set; }

    public required Instant CreatedAt { get; init; }

    /// <summary>One line, single spaces, cut to what fits; "" where nothing is left.</summary>
    public static string Tidy(string typed)
    {
        var name = string.Join(' ', typed.Replace('\0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return name.Length <= LongestName ? name : name[..LongestName].TrimEnd();
    }
}

/// <summary>A label on a mention.</summary>
internal sealed class MentionLabel : IBelongToOrganisation
{
    public required MentionId Mention { get; init; }

    public required Guid Label { get; init; }

    public required OrganisationId Organisation { get; init; }

    public required PersonId By { get; init; }

    public required Instant At { get; init; }

    /// <summary>The labels that a stored mention carries.</summary>
    public static Task<List<Guid>> OfAsync(AppDb db, MentionId mention, CancellationToken cancellation) =>
        db.Set<MentionLabel>().AsNoTracking().Where(l => l.Mention == mention).Select(l => l.Label).ToListAsync(cancellation);
}

internal static class LabelTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Label>(row =>
        {
            row.ToTable("listening_labels");
            row.Property(l => l.Id).ValueGeneratedNever();
            row.HasIndex(l => new { l.Organisation, l.Name }).IsUnique();
        });
        model.Entity<MentionLabel>(row =>
        {
            row.ToTable("listening_mention_labels");
            row.HasKey(l => new { l.Mention, l.Label });
            row.HasIndex(l => new { l.Label, l.Mention });
        });
    }
}
