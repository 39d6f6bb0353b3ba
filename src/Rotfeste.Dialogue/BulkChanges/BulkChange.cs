using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.BulkChanges;

/// <summary>What was done to several at once.</summary>
internal enum BulkKind
{
    Take,
    HandOver,
    Label,
    PutOff,
    Close,
}

/// <summary>How one of them stood before, and its version afterwards.</summary>
/// <param name="Conversation">Which.</param>
/// <param name="Before">What is put back.</param>
/// <param name="Version">The version that the change left; another one since means that somebody went on with it.</param>
internal sealed record BulkRow(Guid Conversation, BulkBefore Before, long Version);

/// <summary>What a bulk change can change.</summary>
internal sealed record BulkBefore(Guid? TakenBy, long? TakenAt, long? SnoozedUntil);

/// <summary>Several conversations changed as one step, so that it can be taken back as one.</summary>
internal sealed class BulkChange : IBelongToOrganisation, IVersioned
{
    private BulkChange()
    {
    }

    public Guid Id { get; private init; }

    public OrganisationId Organisation { get; private init; }

    public PersonId By { get; private init; }

    public Instant At { get; private init; }

    public BulkKind Kind { get; private init; }

    /// <summary>The label that was set, where it was one.</summary>
    public LabelId? Label { get; private init; }

    /// <summary>The rows as JSON.</summary>
    public string Rows { get; private set; } = "";

    /// <summary>How many were left as they were.</summary>
    public int Refused { get; private init; }

    public Instant? UndoneAt { get; private set; }

    /// <summary>How many could not be put back: somebody had gone on with them.</summary>
    public int Kept { get; private set; }

    public long Version { get; set; }

    public IReadOnlyList<BulkRow> Changed => JsonSerializer.Deserialize<List<BulkRow>>(Rows) ?? [];

    public static BulkChange Of(OrganisationId organisation, PersonId by, Instant now, BulkKind kind, LabelId? label, int refused) => new()
    {
        Id = Guid.CreateVersion7(), Organisation = organisation, By = by, At = now, Kind = kind, Label = label, Refused = refused,
    };

    public void Remember(IEnumerable<BulkRow> rows) => Rows = JsonSerializer.Serialize(rows);

    public void Undo(int kept, Instant now) => (UndoneAt, Kept) = (now, kept);

    public static void Map(ModelBuilder model) => model.Entity<BulkChange>(row =>
    {
        row.ToTable("dialogue_bulk_changes");
        row.Property(b => b.Id).ValueGeneratedNever();
        row.Ignore(b => b.Changed);
        row.HasIndex(b => new { b.Organisation, b.At });
    });
}
