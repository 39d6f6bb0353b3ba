using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.GoodAnswers;

/// <summary>A colleague found an answer good, and says why: something to learn from, never a mark.</summary>
internal sealed class GoodAnswer : IBelongToOrganisation
{
    public const int LongestWhy = 500;

    private GoodAnswer()
    {
    }

    public Guid Id { get; private init; }

    public OrganisationId Organisation { get; private init; }

    public AnswerId Answer { get; private init; }

    public ConversationId Conversation { get; private init; }

    public PersonId By { get; private init; }

    public Instant At { get; private init; }

    public string Why { get; private init; } = "";

    public static GoodAnswer Of(WrittenAnswer answer, string why, PersonId by, Instant at) => new()
    {
        Id = Guid.CreateVersion7(),
        Organisation = answer.Organisation,
        Answer = answer.Id,
        Conversation = answer.Conversation,
        Why = why,
        By = by,
        At = at,
    };

    public static void Map(ModelBuilder model) => model.Entity<GoodAnswer>(row =>
    {
        row.ToTable("dialogue_good_answers");
        row.Property(g => g.Id).ValueGeneratedNever();
        row.HasIndex(g => new { g.Organisation, g.At });
        row.HasIndex(g => g.Answer);
        row.HasOne<WrittenAnswer>().WithMany().HasForeignKey(g => g.Answer).HasConstraintName("FK_dialogue_good_answers_answer");
    });
}
