using FsCheck;
using FsCheck.Fluent;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Gates;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Tests.Initiatives.Gates;

/// <summary>"Ready" if and only if a slow, obvious reading of the same answers says so.</summary>
public sealed class ReadinessProperties
{
    private static readonly Gen<PersonStanding> Someone =
        from worth in Gen.Elements(Enum.GetValues<Worth>())
        from directions in Gen.Choose(0, 7)
        from holds in Gen.Choose(0, 3)
        from left in Gen.Frequency((8, Gen.Constant(false)), (1, Gen.Constant(true)))
        select Stood.Person(worth, (Directions)directions, (Holds)holds, hasLeft: left);

    private static readonly Gen<(Need[] Needs, AgreementStanding Standing)> Cases =
        from people in Gen.ListOf(Someone)
        from boss in Gen.Elements(Enum.GetValues<Worth>())
        from raisers in Gen.ListOf(Gen.Choose(0, 40))
        from ends in Gen.ArrayOf(Gen.Elements<ThreadEnd?>(null, ThreadEnd.TakenIn, ThreadEnd.Accepted, ThreadEnd.DecidedByLeader), 20)
        from needs in Gen.SubListOf(Enum.GetValues<Need>())
        from version in Gen.Choose(0, 2)
        from money in Gen.Elements<decimal?>(null, 1000)
        from hours in Gen.Elements<decimal?>(null, 7)
        let all = people.Append(Stood.Boss(boss)).ToList()
        let threads = raisers.Take(20).Select((r, i) => Stood.Thread(all[r % all.Count], end: ends[i])).ToList()
        select (needs.ToArray(), Stood.On(version, all, threads, new Frame(money, hours)));

    [Fact]
    public void Ready_is_what_a_slow_reading_says() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(3000),
        Prop.ForAll(Cases.ToArbitrary(), c => Readiness.Of(c.Needs, c.Standing).IsReady == SlowlyReady(c.Needs, c.Standing)));

    // One question after the other, person by person, with nothing shared with the rule it checks.
    private static bool SlowlyReady(Need[] needs, AgreementStanding standing)
    {
        if (standing.Version < 1)
            return false;
        foreach (var need in needs)
        {
            if (!SlowlyMet(need, standing))
                return false;
        }

        return true;
    }

    private static bool SlowlyMet(Need need, AgreementStanding standing)
    {
        switch (need)
        {
            case Need.NothingIsOpen:
                return !standing.Threads.Any(t => t.End == null);
            case Need.MoneyIsGiven when standing.Frame.Money == null:
            case Need.HoursAreGiven when standing.Frame.HoursAWeek == null:
                return true;
            case Need.DoersAreHeard:
                return SlowlyHeard(standing);
        }

        var found = 0;
        foreach (var person in standing.People)
        {
            if (person.HasLeft || !Concerns(need, person, standing.Leader))
                continue;
            found++;
            var talkedOut = !HasOpen(person.Person, standing);
            if (person.Worth != Worth.Agree && !(person.Worth == Worth.Reservation && talkedOut))
                return false;
        }

        return found > 0;
    }

    private static bool SlowlyHeard(AgreementStanding standing)
    {
        var (all, heard) = (0, 0);
        foreach (var person in standing.People)
        {
            if (person.HasLeft || ((int)person.Directions & 4) == 0)
                continue;
            all++;
            var open = HasOpen(person.Person, standing);
            if (open)
                return false;
            if (person.Worth is Worth.Agree or Worth.Reservation or Worth.Objection or Worth.Question)
                heard++;
        }

        return all > 0 && (all <= 12 ? heard == all : heard * 3 >= all * 2);
    }

    private static bool Concerns(Need need, PersonStanding person, PersonId leader) => need switch
    {
        Need.LeaderIsIn => person.Person == leader,
        Need.MoneyIsGiven => ((int)person.Holds & 1) != 0,
        Need.HoursAreGiven => ((int)person.Holds & 2) != 0,
        _ => ((int)person.Directions & 2) != 0,
    };

    private static bool HasOpen(PersonId person, AgreementStanding standing)
    {
        foreach (var thread in standing.Threads)
        {
            if (thread.RaisedBy == person && thread.End == null)
                return true;
        }

        return false;
    }
}
