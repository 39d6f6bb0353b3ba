using NodaTime;
using Rotfeste.Agreements.Answers;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;

namespace Rotfeste.Agreements.Standings;

/// <summary>What everyone's answer is worth: once from the history, then again for each day from what was computed.</summary>
/// <param name="Timeless">As if no date ever passed.</param>
/// <param name="Dates">The dates that end answers, earliest first.</param>
internal sealed record Reckoning(AgreementStanding Timeless, IReadOnlyList<DateMark> Dates)
{
    public static Reckoning Of(AgreementId agreement, Subject subject, History history) => new(
        new AgreementStanding(
            agreement, subject, history.PresentNumber, history.Owner, history.Leader,
            history.Present?.Frame ?? new Frame(), history.Present?.LookAgain,
            [.. history.Asked.Select(Of)], [.. history.Threads.Select(Of)], history.AreSentencesShown, history.ChangedAt),
        [.. InForce(history.Versions).OrderBy(d => d.Day).ThenBy(d => d.Cause)]);

    /// <summary>The standing on a local day.</summary>
    public AgreementStanding On(LocalDate today)
    {
        var passed = Dates.Where(d => d.Day < today).ToList();
        return passed.Count == 0 ? Timeless : Timeless with { People = [.. Timeless.People.Select(p => After(p, passed))] };
    }

    /// <summary>The last day on which an answer holds, as if nothing else happened; null where it does not hold or no date ends it.</summary>
    public LocalDate? HoldsUntil(PersonStanding person) =>
        person.Cause is null && person.SaidOn is { } said ? Dates.FirstOrDefault(d => said <= d.Day)?.Day : null;

    /// <summary>The next day on which a date ends answers, after a day; null when none is known.</summary>
    public LocalDate? NextEnd(LocalDate today) =>
        Dates.Select(d => (LocalDate?)d.Day).Where(d => d >= today).DefaultIfEmpty(null).Min();

    private static PersonStanding Of(History.Person person) => new(
        person.Id, person.Asked!.Directions, person.Asked.Holds,
        person.Answer is not { } answer ? Worth.NotYet : person.Cause is null ? Gravest.WorthOf(answer.Kind) : Worth.Stale,
        person.Answer?.Kind, person.Answer?.Version, person.Answer?.On, person.Cause, person.BrokenBy, person.HasLeft, person.AskedIn);

    private static ThreadStanding Of(History.Talk talk) => new(
        talk.Raised.Thread, talk.Kind, talk.Raised.Person, talk.Raised.Section, talk.Closed?.How, talk.Closed?.Version, talk.IsKept);

    // A date holds if its version was still the present one when that day ended: moving it in time is what moves it.
    private static IEnumerable<DateMark> InForce(IReadOnlyList<Versioned> versions)
    {
        for (var i = 0; i < versions.Count; i++)
        {
            var until = i + 1 < versions.Count ? versions[i + 1].On : (LocalDate?)null;
            if (versions[i].LookAgain is { } again && (until is null || again < until))
                yield return new DateMark(again, StaleCause.LookAgainPassed);
            if (versions[i].Frame.PeriodEnd is { } end && (until is null || end < until))
                yield return new DateMark(end, StaleCause.PeriodOver);
        }
    }

    private static PersonStanding After(PersonStanding person, List<DateMark> passed)
    {
        if (person.Cause is not null || person.SaidOn is not { } said)
            return person;
        var date = passed.Find(d => said <= d.Day);
        return date is null ? person : person with { Worth = Worth.Stale, Cause = date.Cause };
    }
}
