using NodaTime;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Tests.Agreements;

/// <summary>What an answer is worth, the slow and obvious way: each rule is one question to the whole list of happenings.</summary>
internal static class SlowStanding
{
    /// <summary>The worth of a person's answer on a day, from what happened up to then.</summary>
    public static Worth Of(IReadOnlyList<Happened> all, PersonId person, LocalDate today)
    {
        var last = all.LastOrDefault(h => h.What is Answered a && a.Person == person && WasEverAsked(all, person, h.Number));
        if (last is null)
            return Worth.NotYet;

        var answer = (Answered)last.What;
        if (Touches(all, person, answer) || Since(all, last, person) || DatePassed(all, answer, today))
            return Worth.Stale;
        return answer.Kind switch
        {
            AnswerKind.Agree => Worth.Agree,
            AnswerKind.Reservation => Worth.Reservation,
            AnswerKind.Disagree => Worth.Objection,
            _ => Worth.Question,
        };
    }

    public static IReadOnlyList<Asked> AskedNow(IReadOnlyList<Happened> all) => ((PartiesSet)all.Last(h => h.What is PartiesSet).What).Asked;

    /// <summary>Whether a change of the text since asks the person again.</summary>
    private static bool Touches(IReadOnlyList<Happened> all, PersonId person, Answered answer)
    {
        var versions = all.Select(h => h.What).OfType<Versioned>().ToList();
        var read = versions[answer.Version - 1];
        var holds = AskedNow(all).FirstOrDefault(a => a.Person == person)?.Holds ?? Holds.Nothing;
        return versions.Where(v => v.Number > answer.Version).Any(later =>
            Text(later, SectionMeaning.Objective) != Text(read, SectionMeaning.Objective)
            || Text(later, SectionMeaning.Audience) != Text(read, SectionMeaning.Audience)
            || (holds.HasFlag(Holds.Money) && later.Frame.Money > read.Frame.Money)
            || (holds.HasFlag(Holds.Hours) && later.Frame.HoursAWeek > read.Frame.HoursAWeek)
            || all.Any(h => h.What is CalledSubstantive called && called.Version == later.Number));
    }

    /// <summary>Whether the person left, was replaced or thought again since answering.</summary>
    private static bool Since(IReadOnlyList<Happened> all, Happened answered, PersonId person)
    {
        for (var i = answered.Number; i < all.Count; i++)
        {
            if (all[i].What is Departed d && d.Person == person)
                return true;
            if (all[i].What is Reopened r && r.Person == person)
                return true;
            if (all[i].What is not PartiesSet now)
                continue;
            var before = (PartiesSet)all.Take(i).Last(h => h.What is PartiesSet).What;
            if (before.Leader == person && now.Leader != person)
                return true;
            var (was, stays) = (before.Asked.FirstOrDefault(a => a.Person == person), now.Asked.FirstOrDefault(a => a.Person == person));
            if (was is not null && (stays is null || (was.Holds & ~stays.Holds) != Holds.Nothing))
                return true;
        }

        return false;
    }

    /// <summary>Whether a day is over, at whose end a date then in force said that answers end.</summary>
    private static bool DatePassed(IReadOnlyList<Happened> all, Answered answer, LocalDate today)
    {
        var versions = all.Select(h => h.What).OfType<Versioned>().ToList();
        for (var day = answer.On; day < today; day = day.PlusDays(1))
        {
            var inForce = versions.LastOrDefault(v => v.On <= day);
            if (inForce is not null && (inForce.LookAgain == day || inForce.Frame.PeriodEnd == day))
                return true;
        }

        return false;
    }

    private static bool WasEverAsked(IReadOnlyList<Happened> all, PersonId person, int before) =>
        all.Take(before).Any(h => h.What is PartiesSet set && set.Asked.Any(a => a.Person == person));

    private static string Text(Versioned version, SectionMeaning meaning) =>
        string.Join('|', version.Sections.Where(s => s.Meaning == meaning).Select(s => s.Hash));
}
