using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Exports;

/// <summary>Where a package for the archive stands.</summary>
public enum ExportState
{
    /// <summary>Conversations are being packed.</summary>
    Packing,

    /// <summary>It can be fetched.</summary>
    Ready,

    /// <summary>Somebody has said that it lies in the archive; the files are gone here.</summary>
    Received,

    /// <summary>Nobody said so in time; the files are gone here, and what was in them waits again.</summary>
    Expired,
}

/// <summary>Conversations packed for the organisation's archive: files that lie here until the archive has them, for two weeks at most.</summary>
internal sealed class ArchiveExport : IBelongToOrganisation, IVersioned
{
    public static readonly Duration Life = Duration.FromDays(14);

    private ArchiveExport()
    {
    }

    public Guid Id { get; private init; }

    public OrganisationId Organisation { get; private init; }

    public PersonId By { get; private init; }

    public Instant At { get; private init; }

    /// <summary>The language of the readable pages in it.</summary>
    public string Language { get; private init; } = "";

    public int Total { get; private init; }

    public int Packed { get; private set; }

    public int Parts { get; private set; }

    public ExportState State { get; private set; }

    public PersonId? ReceivedBy { get; private set; }

    public Instant? ReceivedAt { get; private set; }

    public long Version { get; set; }

    public Instant ExpiresAt => At + Life;

    public static ArchiveExport Of(OrganisationId organisation, PersonId by, string language, int total, Instant at) => new()
    {
        Id = Guid.CreateVersion7(),
        Organisation = organisation,
        By = by,
        At = at,
        Language = language,
        Total = total,
    };

    /// <summary>One more file lies ready. Gives its number.</summary>
    public int AddPart(int conversations, bool isLast)
    {
        Packed += conversations;
        if (isLast)
            State = ExportState.Ready;
        return ++Parts;
    }

    /// <summary>The archive has it. False where it is not ready, or no longer.</summary>
    public bool Receive(PersonId by, Instant at)
    {
        if (State != ExportState.Ready)
            return false;

        (State, ReceivedBy, ReceivedAt) = (ExportState.Received, by, at);
        return true;
    }

    /// <summary>Its time is over. False where the archive has it.</summary>
    public bool Expire()
    {
        if (State is ExportState.Received or ExportState.Expired)
            return false;

        State = ExportState.Expired;
        return true;
    }

    /// <summary>By this name the file of a part is found and forgotten.</summary>
    public string BlobName(int part) => $"archive/{Id}/{part}";

    public static void Map(ModelBuilder model)
    {
        model.Entity<ArchiveExport>(row =>
        {
            row.ToTable("dialogue_archive_exports");
            row.Property(e => e.Id).ValueGeneratedNever();
            row.Ignore(e => e.ExpiresAt);
            row.HasIndex(e => new { e.Organisation, e.At });
        });
        model.Entity<PackedConversation>(row =>
        {
            row.ToTable("dialogue_archive_conversations");
            row.HasKey(p => new { p.Export, p.Conversation });
            row.HasIndex(p => p.Conversation);
            row.HasOne<ArchiveExport>().WithMany().HasForeignKey(p => p.Export).HasConstraintName("FK_dialogue_archive_conversations_export");
            row.HasOne<Conversation>().WithMany().HasForeignKey(p => p.Conversation).HasConstraintName("FK_dialogue_archive_conversations_conversation");
        });
        model.Entity<ArchivePart>(row =>
        {
            row.ToTable("dialogue_archive_parts");
            row.HasKey(p => new { p.Export, p.Number });
            row.HasOne<ArchiveExport>().WithMany().HasForeignKey(p => p.Export).HasConstraintName("FK_dialogue_archive_parts_export");
        });
    }
}

/// <summary>A conversation in a package, and how far it had come when it was packed.</summary>
internal sealed class PackedConversation : IBelongToOrganisation
{
    public required OrganisationId Organisation { get; init; }

    public required Guid Export { get; init; }

    public required ConversationId Conversation { get; init; }

    /// <summary>In which file; null until it is packed.</summary>
    public int? Part { get; private set; }

    /// <summary>Turns up to this number are in it.</summary>
    public int UpTo { get; private set; }

    public void Pack(int part, int upTo) => (Part, UpTo) = (part, upTo);
}

/// <summary>One file of a package.</summary>
internal sealed class ArchivePart : IBelongToOrganisation
{
    public required OrganisationId Organisation { get; init; }

    public required Guid Export { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>SHA-256 of the file, in lower-case hex.</summary>
    public required string Hash { get; init; }

    public required long Bytes { get; init; }

    public required int Conversations { get; init; }
}
