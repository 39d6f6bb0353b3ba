using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Harassment;

/// <summary>What it was.</summary>
public enum HarassmentKind
{
    /// <summary>A threat.</summary>
    Threat,

    /// <summary>Harassment.</summary>
    Harassment,

    /// <summary>Hate against a group.</summary>
    Hate,

    /// <summary>Something else that nobody should have to stand in.</summary>
    Other,
}

/// <summary>A colleague was met with something nobody should have to stand in alone.</summary>
internal sealed class HarassmentReport : IBelongToOrganisation
{
    public const int LongestWords = 2_000;

    private HarassmentReport()
    {
    }

    public Guid Id { get; private init; }

    public OrganisationId Organisation { get; private init; }

    public ConversationId Conversation { get; private init; }

    public PersonId By { get; private init; }

    public Instant At { get; private init; }

    public HarassmentKind Kind { get; private init; }

    /// <summary>In the reporter's own words; may be empty.</summary>
    public string Words { get; private init; } = "";

    /// <summary>What was written is covered on all screens.</summary>
    public bool IsCovered { get; private set; }

    /// <summary>Who had it shown again, and when.</summary>
    public PersonId? UncoveredBy { get; private set; }

    public Instant? UncoveredAt { get; private set; }

    public static HarassmentReport Of(Conversation conversation, HarassmentKind kind, string words, bool isCovered, PersonId by, Instant at) => new()
    {
        Id = Guid.CreateVersion7(),
        Organisation = conversation.Organisation,
        Conversation = conversation.Id,
        Kind = kind,
        Words = words,
        IsCovered = isCovered,
        By = by,
        At = at,
    };

    public void Uncover(PersonId by, Instant at) => (IsCovered, UncoveredBy, UncoveredAt) = (false, by, at);

    public static void Map(ModelBuilder model) => model.Entity<HarassmentReport>(row =>
    {
        row.ToTable("dialogue_harassment_reports");
        row.Property(r => r.Id).ValueGeneratedNever();
        row.HasIndex(r => r.Conversation);
        row.HasIndex(r => r.Organisation);
        row.HasOne<Conversation>().WithMany().HasForeignKey(r => r.Conversation).HasConstraintName("FK_dialogue_harassment_reports_conversation");
    });
}
