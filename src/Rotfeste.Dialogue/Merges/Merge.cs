using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Merges;

/// <summary>What came along when a conversation went into another, so that it can go back.</summary>
/// <param name="TakenBy">Who had the other before; null where nobody did.</param>
/// <param name="TakenAt">Since when, in ticks.</param>
/// <param name="Labels">Labels that the other got.</param>
/// <param name="Followers">Those who follow the other since.</param>
/// <param name="Asks">Questions to those who know.</param>
/// <param name="Looks">Looks at drafts.</param>
/// <param name="Pictures">Pictures beside drafts.</param>
/// <param name="Drafts">Whose drafts came along.</param>
internal sealed record CameAlong(
    Guid? TakenBy, long? TakenAt, IReadOnlyList<Guid> Labels, IReadOnlyList<Guid> Followers, IReadOnlyList<Guid> Asks, IReadOnlyList<Guid> Looks,
    IReadOnlyList<Guid> Pictures, IReadOnlyList<CameDraft> Drafts);

/// <summary>A draft that came along.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Before">So many letters of theirs stood in the other before; what came along stands after them.</param>
internal sealed record CameDraft(Guid Person, int Before);

/// <summary>A person found that two conversations are about one matter: one went into the other.</summary>
internal sealed class Merge : IBelongToOrganisation, IVersioned
{
    private Merge()
    {
    }

    public Guid Id { get; private init; }

    public OrganisationId Organisation { get; private init; }

    /// <summary>What went into the other.</summary>
    public ConversationId From { get; private init; }

    /// <summary>Where it goes on.</summary>
    public ConversationId Into { get; private init; }

    public PersonId By { get; private init; }

    public Instant At { get; private init; }

    /// <summary>What came along, as JSON.</summary>
    public string Along { get; private init; } = "";

    public Instant? UndoneAt { get; private set; }

    public long Version { get; set; }

    public CameAlong CameAlong => JsonSerializer.Deserialize<CameAlong>(Along)!;

    public static Merge Of(Guid id, Conversation from, Conversation into, PersonId by, CameAlong along, Instant at) => new()
    {
        Id = id,
        Organisation = from.Organisation,
        From = from.Id,
        Into = into.Id,
        By = by,
        At = at,
        Along = JsonSerializer.Serialize(along),
    };

    /// <summary>They can part again for as long as nothing was answered in the one they became.</summary>
    public bool MayPart(Conversation into, IEnumerable<WrittenAnswer> answers) => UndoneAt is null && into.ClosedAt is null && into.MergedInto is null
        && !answers.Any(a => a.Conversation == into.Id && a.WrittenAt >= At && a.State != AnswerState.TakenBack);

    public void Undo(Instant now) => UndoneAt = now;

    public static void Map(ModelBuilder model) => model.Entity<Merge>(row =>
    {
        row.ToTable("dialogue_merges");
        row.Property(m => m.Id).ValueGeneratedNever();
        row.Ignore(m => m.CameAlong);
        row.HasIndex(m => m.Into);
        row.HasOne<Conversation>().WithMany().HasForeignKey(m => m.From).HasConstraintName("FK_dialogue_merges_from");
    });
}
