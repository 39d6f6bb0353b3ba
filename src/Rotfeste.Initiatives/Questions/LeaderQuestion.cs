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

    /// <summary>Who is to answer: the one who was asked, or the one it was handed on to last.</summary>
    public PersonId Leader { get; private set; }

    /// <summary>Through which hands it came; empty where it lies with the one who was asked.</summary>
    public HandPath Hands { get; private set; } = HandPath.None;

    public Instant At { get; private init; }

    /// <summary>Empty once it is erased.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Empty until it is answered.</summary>
    public string Answer { get; private set; } = "";

    public Instant? AnsweredAt { get; private set; }

    public bool IsErased => Text.Length == 0;

    public long Version { get; set; }

    public static LeaderQuestion Ask(OrganisationId organisation, PersonId by, PersonId leader, string text, Instant now) =>
        new() { Id = Guid.CreateVersion7(), Organisation = organisation, By = by, Leader = leader, Text = text, At = now };

    /// <summary>A further question in the same talk, to the same leader.</summary>
    public LeaderQuestion AskFurther(PersonId by, string text, Instant now) =>
        new() { Id = Guid.CreateVersion7(), Organisation = Organisation, Follows = Follows ?? Id, By = by, Leader = Leader, Text = text, At = now };

    /// <summary>Once it is answered everyone reads it; until then whoever asked, and whoever has had it.</summary>
    public bool IsReadBy(PersonId person) => AnsweredAt is not null || person == By || HasBeenWith(person);

    /// <summary>It lies with them, or they have handed it on: it never comes back.</summary>
    public bool HasBeenWith(PersonId person) => person == Leader || Hands.All.Any(h => h.From == person);

    /// <summary>Another leader is to answer.</summary>
    /// <exception cref="InvalidOperationException">It is answered, or it would go round: a bug, both are refused first.</exception>
    public void HandOn(PersonId by, PersonId to, Instant now)
    {
        if (AnsweredAt is not null || to == By || HasBeenWith(to))
            throw new InvalidOperationException("A question goes on to somebody new, while it waits.");
        (Hands, Leader) = (Hands.With(new Hand(Leader, by, now)), to);
    }

    /// <summary>In better words, while it waits.</summary>
    public void Mend(string text) => Text = AnsweredAt is null ? text : Text;

    /// <summary>What was asked is gone for good; that it was, and the answer, stay.</summary>
    public void Erase() => Text = AnsweredAt is null ? Text : "";

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
        row.Property(q => q.Hands).HasConversion(path => path.Write(), text => HandPath.Read(text));
        row.Ignore(q => q.IsErased);
        row.HasIndex(q => new { q.Organisation, q.Leader, q.AnsweredAt });
        row.HasIndex(q => new { q.Organisation, q.Follows });
    });
}
