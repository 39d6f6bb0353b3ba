using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Initiatives.Questions;

/// <summary>What somebody asks a leader, and what the leader answers by name.</summary>
internal sealed class LeaderQuestion : IBelongToOrganisation, IVersioned
{
    public const int LongestText = 2000;
    public const int LongestAnswer = 4000;

    private LeaderQuestion()
    {
    }

    public Guid Id { get; private init; }

    public OrganisationId Organisation { get; private init; }

    /// <summary>The first question of the talk; null where this is it.</summary>
    public Guid? Follows { get; private init; }

    public PersonId By { get; private init; }

    public PersonId Leader { get; private init; }

    public Instant At { get; private init; }

    public string Text { get; private init; } = "";

    /// <summary>Empty until it is answered.</summary>
    public string Answer { get; private set; } = "";

    public Instant? AnsweredAt { get; private set; }

    public long Version { get; set; }

    public static LeaderQuestion Ask(OrganisationId organisation, PersonId by, PersonId leader, string text, Instant now) =>
        new() { Id = Guid.CreateVersion7(), Organisation = organisation, By = by, Leader = leader, Text = text, At = now };

    /// <summary>A further question in the same talk, to the same leader.</summary>
    public LeaderQuestion AskFurther(PersonId by, string text, Instant now) =>
        new() { Id = Guid.CreateVersion7(), Organisation = Organisation, Follows = Follows ?? Id, By = by, Leader = Leader, Text = text, At = now };

    /// <summary>Once it is answered everyone reads it; until then it lies between the two.</summary>
    public bool IsReadBy(PersonId person) => AnsweredAt is not null || person == By || person == Leader;

    /// <summary>The leader's answer; false where there is one already.</summary>
    public bool AnswerWith(string answer, Instant now)
    {
        if (AnsweredAt is not null)
            return false;
        (Answer, AnsweredAt) = (answer, now);
        return true;
    }

    public static void Map(ModelBuilder model) => model.Entity<LeaderQuestion>(row =>
    {
        row.ToTable("initiatives_leader_questions");
        row.Property(q => q.Id).ValueGeneratedNever();
        row.HasIndex(q => new { q.Organisation, q.Leader, q.AnsweredAt });
        row.HasIndex(q => new { q.Organisation, q.Follows });
    });
}
