using NodaTime;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Hearings;
using Rotfeste.Agreements.Histories;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Tests.Agreements.Hearings;

public sealed class HearingRulesTests
{
    private static readonly PersonId Owner = PersonId.New();
    private static readonly PersonId Jonas = PersonId.New();
    private static readonly PersonId Sindre = PersonId.New();
    private static readonly LocalDate Day = new(2026, 11, 25);

    private readonly List<Happened> happened = [];

    [Fact]
    public void Who_writes_a_sentence_before_the_first_version_is_heard_when_nothing_is_settled()
    {
        Happens(Asked(Jonas), new SentenceGiven(Jonas, Words()), Version(1, "a", "b"));

        Rule().ShouldBe(new Hearing(Directions.Sideways, 2, 0, 0));
    }

    [Fact]
    public void Who_is_asked_late_was_told_when_the_sections_that_stand_now_stood()
    {
        Happens(Asked(Owner), Version(1, "a", "b", "c"), Version(2, "a", "b2", "c"), Asked(Jonas), Version(3, "a", "b2", "c3", "d"));

        Rule().ShouldBe(new Hearing(Directions.Sideways, 4, 2, null));
    }

    [Fact]
    public void One_who_was_early_does_not_hide_that_the_other_was_late()
    {
        Happens(Asked(Jonas), new SentenceGiven(Jonas, Words()), Version(1, "a", "b"), Asked(Jonas, Sindre));
        Rule().ShouldBe(new Hearing(Directions.Sideways, 2, 2, null));

        Happens(new Answered(Sindre, 1, [new Part("", AnswerKind.Agree, null)], Day, null));
        Rule().ShouldBe(new Hearing(Directions.Sideways, 2, 2, 2));
    }

    [Fact]
    public void Before_the_first_version_there_is_nothing_to_tell()
    {
        Happens(Asked(Jonas));

        HearingRules.Of(History.Of(happened)).ShouldBeEmpty();
    }

    private Hearing Rule() => HearingRules.Of(History.Of(happened)).Single(h => h.Direction == Directions.Sideways);

    private void Happens(params Happening[] more) =>
        happened.AddRange(more.Select((what, i) => new Happened(happened.Count + i + 1, Instant.FromUtc(2026, 11, 25, 8, 0), Owner, what)));

    private static Said Words() => new(WordsId.New(), "0");

    private static PartiesSet Asked(params PersonId[] sideways) => new(Owner, Owner, [.. sideways.Select(p => new Asked(p, Directions.Sideways))]);

    private static Versioned Version(int number, params string[] hashes) => new(
        number, [.. hashes.Select((hash, i) => new SectionMark($"s{i}", SectionMeaning.Other, hash))], new Frame(), null, Day);
}
