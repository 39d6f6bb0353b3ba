using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Archives;

/// <summary>A person found that a conversation belongs in the archive: what was said decides, not where. Taken away again, it stays as a line.</summary>
internal sealed class ArchiveFlag : IBelongToOrganisation
{
    public const int LongestCase = 100;
    public const int LongestReason = 500;

    private ArchiveFlag()
    {
    }

    public OrganisationId Organisation { get; private init; }

    public ConversationId Conversation { get; private init; }

    /// <summary>From 1 in each conversation, so that two who flag at once make one flag.</summary>
    public int Number { get; private init; }

    public PersonId By { get; private init; }

    public Instant At { get; private init; }

    /// <summary>The case in the organisation's own archive; may be empty.</summary>
    public string Case { get; private init; } = "";

    /// <summary>Turns up to this number lie in the archive; 0 while none do.</summary>
    public int ArchivedUpTo { get; private set; }

    public PersonId? RemovedBy { get; private set; }

    public Instant? RemovedAt { get; private set; }

    /// <summary>Why it was taken away.</summary>
    public string Reason { get; private set; } = "";

    public static ArchiveFlag Of(Conversation conversation, int number, string @case, PersonId by, Instant at) => new()
    {
        Organisation = conversation.Organisation,
        Conversation = conversation.Id,
        Number = number,
        Case = @case,
        By = by,
        At = at,
    };

    /// <summary>Taken away with a reason. False when that was done before.</summary>
    public bool Remove(PersonId by, string reason, Instant at)
    {
        if (RemovedAt is not null)
            return false;

        (RemovedBy, RemovedAt, Reason) = (by, at, reason);
        return true;
    }

    /// <summary>The archive has its turns up to this number.</summary>
    public void LiesInArchive(int upTo) => ArchivedUpTo = Math.Max(ArchivedUpTo, upTo);

    public static void Map(ModelBuilder model) => model.Entity<ArchiveFlag>(row =>
    {
        row.ToTable("dialogue_archive_flags");
        row.HasKey(f => new { f.Conversation, f.Number });
        row.HasIndex(f => new { f.Organisation, f.RemovedAt, f.At });
        row.HasOne<Conversation>().WithMany().HasForeignKey(f => f.Conversation).HasConstraintName("FK_dialogue_archive_flags_conversation");
    });
}
