using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Versions;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Agreements.Histories;

// Who is asked, and what breaks an answer.
internal sealed partial class History
{
    private readonly HashSet<int> substantive = [];

    /// <summary>Versions whose change somebody said was not just wording.</summary>
    public IReadOnlySet<int> Substantive => substantive;

    private void SetParties(PartiesSet set)
    {
        if (Leader != set.Leader)
            Find(Leader)?.Break(StaleCause.LeftRole, null);
        (Owner, Leader) = (set.Owner, set.Leader);

        var wanted = set.Asked.ToDictionary(a => a.Person);
        foreach (var person in Asked.ToList())
        {
            var left = person.Asked!.Holds & ~(wanted.GetValueOrDefault(person.Id)?.Holds ?? Holds.Nothing);
            if (left != Holds.Nothing || !wanted.ContainsKey(person.Id))
                person.Break(StaleCause.LeftRole, null);
            person.Asked = wanted.GetValueOrDefault(person.Id);
        }

        foreach (var asked in set.Asked)
            Ask(asked);
    }

    private void Ask(Asked asked)
    {
        if (!people.TryGetValue(asked.Person, out var person))
            people.Add(asked.Person, person = new Person(asked.Person) { FirstAskedIn = PresentNumber });
        if (person.Asked is null)
            person.AskedIn = PresentNumber;
        person.Asked = asked;

        // Whoever comes to hold money or hours has agreed to no more than what was read then.
        if (person.Answer is { } answer)
            BreakByAllSince(answer, person);
    }

    private void Take(Answered answer)
    {
        if (Find(answer.Person) is not { } person)
            return;

        person.Answer = answer;
        person.Answers.Add(answer);
        Hear(answer.Person);
        person.Mend();
        open.RemoveWhere(o => o.Item2 == answer.Person);

        // On a version that was replaced meanwhile: kept for what was read, and asked again where the change touches it.
        BreakByAllSince(answer, person);
    }

    private void Hear(PersonId person)
    {
        if (Find(person) is { HeardIn: null } heard)
            heard.HeardIn = PresentNumber;
    }

    private void BreakByAllSince(Answered answer, Person person)
    {
        foreach (var version in versions.Skip(answer.Version))
            BreakBy(version, person);
    }

    private void BreakBy(Versioned version)
    {
        foreach (var person in people.Values)
            BreakBy(version, person);
    }

    private void BreakBy(Versioned version, Person person)
    {
        if (person.Answer is not { } answer || answer.Version >= version.Number)
            return;
        if (AskAgain.Why(person.Asked?.Holds ?? Holds.Nothing, versions[answer.Version - 1], version) is not null)
            person.Break(StaleCause.Changed, version.Number);
        else if (substantive.Contains(version.Number))
            person.Break(StaleCause.NotJustWording, version.Number);
    }

    private void Call(CalledSubstantive called)
    {
        substantive.Add(called.Version);
        foreach (var person in people.Values.Where(p => p.Answer is { } answer && answer.Version < called.Version))
            person.Break(StaleCause.NotJustWording, called.Version);
    }
}
