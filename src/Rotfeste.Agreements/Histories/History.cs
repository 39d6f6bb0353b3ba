using NodaTime;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Agreements.Histories;

/// <summary>An agreement as its happenings make it, one after the other.</summary>
internal sealed partial class History
{
    private readonly Dictionary<PersonId, Person> people = [];
    private readonly List<Versioned> versions = [];
    private readonly List<Happened> published = [];

    public int Length { get; private set; }

    public Instant ChangedAt { get; private set; }

    public PersonId Owner { get; private set; }

    public PersonId Leader { get; private set; }

    /// <summary>Everyone who is or was asked, in the order in which they first were.</summary>
    public IEnumerable<Person> EverAsked => people.Values;

    /// <summary>Everyone who is asked now.</summary>
    public IEnumerable<Person> Asked => people.Values.Where(p => p.Asked is not null);

    public IReadOnlyList<Versioned> Versions => versions;

    public Versioned? Present => versions.Count == 0 ? null : versions[^1];

    public int PresentNumber => versions.Count;

    /// <summary>The happenings that published the versions, with who and when.</summary>
    public IReadOnlyList<Happened> Published => published;

    public IEnumerable<PersonId> Versioners => published.Select(p => p.By).OfType<PersonId>();

    public static History Of(IEnumerable<Happened> happenings)
    {
        var history = new History();
        foreach (var one in happenings)
            history.Add(one);
        return history;
    }

    public Person? Find(PersonId person) => people.GetValueOrDefault(person);

    public bool IsAsked(PersonId person) => Find(person)?.Asked is not null;

    public bool Leads(PersonId person) => person == Owner || person == Leader;

    public bool TakesPart(PersonId person) => Leads(person) || IsAsked(person);

    public void Add(Happened one)
    {
        Length = one.Number;
        ChangedAt = one.At;
        switch (one.What)
        {
            case PartiesSet set:
                SetParties(set);
                break;
            case Departed gone when Find(gone.Person) is { } person:
                person.HasLeft = true;
                person.Break(StaleCause.LeftRole, null);
                break;
            case CameBack back when Find(back.Person) is { } person:
                person.HasLeft = false;
                break;
            case Versioned version:
                versions.Add(version);
                published.Add(one);
                BreakBy(version);
                break;
            case Answered answer:
                Take(answer);
                break;
            case Reopened again:
                Find(again.Person)?.Break(StaleCause.Reopened, null);
                break;
            case CalledSubstantive called:
                Call(called);
                break;
            default:
                AddTalk(one);
                break;
        }
    }

    /// <summary>A person as the history knows them.</summary>
    internal sealed class Person(PersonId id)
    {
        public PersonId Id { get; } = id;

        /// <summary>Null for one who is not asked any more.</summary>
        public Asked? Asked { get; set; }

        /// <summary>The version that stood when the person was last newly asked.</summary>
        public int AskedIn { get; set; }

        /// <summary>The version that stood when the person was first asked.</summary>
        public int FirstAskedIn { get; init; }

        /// <summary>The version that stood when the person first said anything; null until then.</summary>
        public int? HeardIn { get; set; }

        public bool HasLeft { get; set; }

        /// <summary>The last answer.</summary>
        public Answered? Answer { get; set; }

        /// <summary>All answers, oldest first.</summary>
        public List<Answered> Answers { get; } = [];

        /// <summary>Why the last answer no longer holds, times apart.</summary>
        public StaleCause? Cause { get; private set; }

        public int? BrokenBy { get; private set; }

        /// <summary>The first cause stays: it is the one the person was told.</summary>
        public void Break(StaleCause cause, int? version)
        {
            if (Answer is not null && Cause is null)
                (Cause, BrokenBy) = (cause, version);
        }

        public void Mend() => (Cause, BrokenBy) = (null, null);
    }
}
