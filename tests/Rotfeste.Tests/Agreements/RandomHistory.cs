using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Tests.Agreements;

/// <summary>Histories as chance makes them: edits, answers, departures, role changes and dates in any order.</summary>
internal static class RandomHistory
{
    public static readonly IReadOnlyList<PersonId> People =
        [.. Enumerable.Range(1, 5).Select(i => new PersonId(new Guid(i, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0])))];

    public static readonly LocalDate FirstDay = new(2026, 10, 20);

    /// <summary>Steps as numbers: each is read as one thing that happens, so that shrinking keeps the order.</summary>
    public static Arbitrary<int[][]> Steps { get; } = Gen.Choose(0, 9_999).ArrayOf(6).ArrayOf().ToArbitrary();

    /// <summary>The happenings that the steps stand for. Days go on by 0 to 9 between them.</summary>
    public static (IReadOnlyList<Happened> History, LocalDate Today) Of(int[][] steps)
    {
        var made = new List<Happened>();
        var day = FirstDay;
        var versions = 0;
        Add(new PartiesSet(People[0], People[1], Asked(27)));
        foreach (var s in steps)
        {
            day = day.PlusDays(s[0] % 10);
            var person = People[s[2] % People.Count];
            switch (s[1] % 12)
            {
                case 0 or 1 or 2:
                    Add(Version(++versions, s, day));
                    break;
                case 3 or 4 or 5 or 6 when versions > 0:
                    // Any version that ever stood may be the one that was read.
                    Add(new Answered(person, 1 + (s[3] % versions), [new Part("", (AnswerKind)(s[4] % 4), null)], day, null));
                    break;
                case 7:
                    Add(new PartiesSet(People[s[2] % 5], People[s[3] % 5], Asked(s[4])));
                    break;
                case 8:
                    Add(new Departed(person));
                    break;
                case 9:
                    Add(new CameBack(person));
                    break;
                case 10:
                    Add(new Reopened(person));
                    break;
                case 11 when versions > 1:
                    Add(new CalledSubstantive(person, 2 + (s[3] % (versions - 1))));
                    break;
            }
        }

        return (made, day.PlusDays(steps.Length > 0 ? steps[^1][5] % 40 : 0));

        void Add(Happening what) =>
            made.Add(new Happened(made.Count + 1, Instant.FromUnixTimeSeconds(made.Count), People[0], what));
    }

    private static List<Asked> Asked(int chance) =>
        [.. People.Select((p, i) => (p, i)).Where(x => ((chance >> x.i) & 1) == 1)
            .Select(x => new Asked(x.p, (Directions)(1 + ((chance + x.i) % 7)), (Holds)((chance / 3 + x.i) % 4)))];

    private static Versioned Version(int number, int[] s, LocalDate day) => new(
        number,
        [
            new SectionMark("objective", SectionMeaning.Objective, $"{s[2] % 2 * (s[3] % 2)}"),
            new SectionMark("audience", SectionMeaning.Audience, $"{s[3] / 2 % 2 * (s[4] % 2)}"),
            new SectionMark("other", SectionMeaning.Other, $"{s[5]}"),
        ],
        new Frame(s[4] % 3 * 100, s[5] % 3, s[2] % 3 == 0 ? day.PlusDays(s[3] % 15) : null), s[3] % 2 == 0 ? day.PlusDays(s[4] % 15) : null, day);
}
