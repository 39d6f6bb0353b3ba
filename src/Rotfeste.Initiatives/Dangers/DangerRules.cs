using NodaTime;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Gates;

namespace Rotfeste.Initiatives.Dangers;

/// <summary>What the rules look at besides the answers.</summary>
/// <param name="Standing">What everyone's answer is worth.</param>
/// <param name="HasOwner">The owner is still in the organisation.</param>
/// <param name="HasLeader">The accountable leader is.</param>
/// <param name="SaysHours">The page says who has which hours.</param>
/// <param name="IsBefore">It has not begun yet.</param>
/// <param name="InStage">How long it has been in its stage.</param>
internal sealed record DangerGrounds(
    AgreementStanding Standing, bool HasOwner, bool HasLeader, bool SaysHours, bool IsBefore, Duration InStage);

/// <summary>The dangers of an initiative, as pure rules: nearest first, and in the order of gravity among equals.</summary>
internal static class DangerRules
{
    public const int MostRequired = 12;
    public const int WeeksToStandStill = 10;

    public static IReadOnlyList<Danger> Of(DangerGrounds grounds) =>
    [
        .. new[]
        {
            NobodyLeads(grounds), LeaderNotBehind(grounds.Standing), MoneyNotAgreed(grounds.Standing), DoersNotHeard(grounds.Standing),
            NoHours(grounds), DecidedOverHeads(grounds.Standing), SaidNotLived(grounds.Standing), HeardLate(grounds.Standing), Stiffness(grounds),
        }.OrderBy(d => d.Nearness).ThenBy(d => d.Kind),
    ];

    private static Danger NobodyLeads(DangerGrounds grounds) => (grounds.HasLeader, grounds.HasOwner) switch
    {
        (false, _) => new Danger(DangerKind.NobodyLeads, Nearness.Now, "Leader"),
        (_, false) => new Danger(DangerKind.NobodyLeads, Nearness.Now, "Owner"),
        _ => Danger.NoSignOf(DangerKind.NobodyLeads),
    };

    private static Danger LeaderNotBehind(AgreementStanding standing)
    {
        if (standing.Version == 0)
            return Danger.NoSignOf(DangerKind.LeaderNotBehind);
        var leaders = standing.People.Where(p => !p.HasLeft && (p.Person == standing.Leader || p.Directions.HasFlag(Directions.Up))).ToList();
        if (leaders.Exists(p => Readiness.IsIn(p, standing)))
            return Danger.NoSignOf(DangerKind.LeaderNotBehind);
        return leaders.Exists(p => p.Worth is Worth.Objection)
            ? new Danger(DangerKind.LeaderNotBehind, Nearness.Now, "Objects", standing.Version)
            : leaders.Exists(p => p.Worth is Worth.Stale)
                ? new Danger(DangerKind.LeaderNotBehind, Nearness.Now, "Stale", standing.Version)
                : new Danger(DangerKind.LeaderNotBehind, Nearness.Watch, "NotYet", standing.Version);
    }

    private static Danger MoneyNotAgreed(AgreementStanding standing)
    {
        if (standing.Version == 0 || standing.Frame.Money is null)
            return Danger.NoSignOf(DangerKind.MoneyNotAgreed);
        var holders = standing.People.Where(p => !p.HasLeft && p.Holds.HasFlag(Holds.Money)).ToList();
        if (holders.Count == 0)
            return new Danger(DangerKind.MoneyNotAgreed, Nearness.Now, "Nobody");
        return holders.Exists(p => Readiness.IsIn(p, standing))
            ? Danger.NoSignOf(DangerKind.MoneyNotAgreed)
            : new Danger(DangerKind.MoneyNotAgreed, Nearness.Watch, "Waiting", holders.Count);
    }

    private static Danger DoersNotHeard(AgreementStanding standing)
    {
        var doers = standing.People.Where(p => !p.HasLeft && p.Directions.HasFlag(Directions.Sideways)).ToList();
        if (doers.Count == 0)
            return new Danger(DangerKind.DoersNotHeard, standing.Version == 0 ? Nearness.Watch : Nearness.Now, "Nobody");
        var unheard = doers.Count(p => !Readiness.IsHeard(p, standing));
        if (standing.Version == 0 || unheard == 0)
            return Danger.NoSignOf(DangerKind.DoersNotHeard);
        return new Danger(DangerKind.DoersNotHeard, 2 * unheard > doers.Count ? Nearness.Now : Nearness.Watch, "Some", unheard, doers.Count);
    }

    private static Danger NoHours(DangerGrounds grounds)
    {
        var doers = grounds.Standing.People.Count(p => !p.HasLeft && p.Directions.HasFlag(Directions.Sideways));
        return doers == 0 || grounds.Standing.Version == 0 || grounds.Standing.Frame.HoursAWeek is > 0 || grounds.SaysHours
            ? Danger.NoSignOf(DangerKind.NoHours)
            : new Danger(DangerKind.NoHours, Nearness.Watch, "None.Set", doers);
    }

    private static Danger DecidedOverHeads(AgreementStanding standing)
    {
        var decided = standing.Threads.Count(t => t.Kind != ThreadKind.Question && t.End == ThreadEnd.DecidedByLeader);
        var kept = standing.Threads.Count(t => t.IsKept);
        if (decided == 0)
            return Danger.NoSignOf(DangerKind.DecidedOverHeads);
        return new Danger(DangerKind.DecidedOverHeads, kept > 0 || decided > 1 ? Nearness.Now : Nearness.Watch, "Some", decided, kept);
    }

    private static Danger SaidNotLived(AgreementStanding standing)
    {
        var inwards = standing.People.Where(p => !p.HasLeft && p.Directions.HasFlag(Directions.In)).ToList();
        var against = inwards.Count(p => p.Worth is Worth.Objection or Worth.Reservation && !Readiness.IsIn(p, standing));
        var onFit = standing.OpenThreads.Count(t => t.Section == "fit" && t.Kind != ThreadKind.Question);
        return against + onFit == 0
            ? Danger.NoSignOf(DangerKind.SaidNotLived)
            : new Danger(DangerKind.SaidNotLived, against > 0 ? Nearness.Now : Nearness.Watch, "Some", Math.Max(against, onFit));
    }

    // Who is asked when the first version is written was there from the first day.
    private static Danger HeardLate(AgreementStanding standing)
    {
        var late = standing.People.Where(p => !p.HasLeft && p.Directions.HasFlag(Directions.Sideways) && p.AskedIn > 1).ToList();
        return late.Count == 0
            ? Danger.NoSignOf(DangerKind.HeardLate)
            : new Danger(DangerKind.HeardLate, Nearness.Watch, "Some", late.Count, late.Min(p => p.AskedIn));
    }

    private static Danger Stiffness(DangerGrounds grounds)
    {
        var required = grounds.Standing.People.Count(p => !p.HasLeft && p.Directions != Directions.None);
        if (required > MostRequired)
            return new Danger(DangerKind.Stiffness, Nearness.Watch, "Many", required);
        var weeks = (int)(grounds.InStage.TotalDays / 7);
        return grounds.IsBefore && weeks >= WeeksToStandStill
            ? new Danger(DangerKind.Stiffness, Nearness.Watch, "Still", weeks)
            : Danger.NoSignOf(DangerKind.Stiffness);
    }
}
