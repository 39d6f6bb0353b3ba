using NodaTime;
using Rotfeste.Dialogue.Library;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Dialogue.Subjects;

/// <summary>Somebody who may know, with what of theirs meets which word of the question.</summary>
internal sealed record Knower(PersonId Person, string Subject, string Word);

/// <summary>How much a person is asked.</summary>
/// <param name="Open">Questions they have now.</param>
/// <param name="Last">When they were asked last, or null.</param>
/// <param name="IsQuiet">They said "not now" today.</param>
internal readonly record struct AskLoad(int Open, Instant? Last, bool IsQuiet);

/// <summary>
/// Who knows what a question is about: those whose own subjects share words with it, who are here and have room. Those who share most come
/// first; among equals whoever is asked least and longest ago. A word counts also where it begins or ends a longer one, so that «isbane» finds
/// «isbanen» and «vann» finds «vannledning».
/// </summary>
internal static class WhoKnows
{
    public const int Most = 3;
    private const int ShortestBeginning = 4;
    private const int ShortestEnding = 5;

    public static IReadOnlyList<Knower> Of(
        string question, IEnumerable<Knowing> people, IReadOnlyDictionary<PersonId, AskLoad> loads, IReadOnlySet<PersonId> notThese, LocalDate today)
    {
        var asked = Likely.WordsOf(question);
        var found =
            from one in people
            let load = loads.GetValueOrDefault(one.Person)
            where !notThese.Contains(one.Person) && !one.IsAway(today) && !load.IsQuiet && load.Open < one.MostAtOnce
            let common = CommonOf(asked, one)
            where common.Count > 0
            orderby common.Count descending, load.Open, load.Last ?? Instant.MinValue, one.Person.Value
            select new Knower(one.Person, common[0].Subject, common[0].Word);
        return [.. found.Take(Most)];
    }

    // Each word of the question once, with the first subject that it meets.
    private static List<(string Subject, string Word)> CommonOf(Dictionary<string, string> asked, Knowing one)
    {
        var subjects = one.Each.Select(line => (Line: line, Words: Likely.WordsOf(line))).ToList();
        return
        [
            .. asked.Select(a => (Subject: subjects.Find(s => s.Words.Any(w => AreAlike(w, a))).Line, Word: a.Value)).Where(c => c.Subject is not null),
        ];
    }

    // Without their endings, or as they were written: what looks like an ending may belong to the word.
    private static bool AreAlike(KeyValuePair<string, string> one, KeyValuePair<string, string> other) =>
        AreAlike(one.Key, other.Key) || AreAlike(one.Value, other.Value);

    private static bool AreAlike(string one, string other)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        return shorter == longer
            || (shorter.Length >= ShortestBeginning && longer.StartsWith(shorter, StringComparison.Ordinal))
            || (shorter.Length >= ShortestEnding && longer.EndsWith(shorter, StringComparison.Ordinal));
    }
}
