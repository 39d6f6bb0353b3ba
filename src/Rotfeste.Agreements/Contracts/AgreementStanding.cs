using System.Text.Json.Serialization;
using NodaTime;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Agreements.Contracts;

/// <summary>What one person's answer is worth.</summary>
/// <param name="Person">Who is asked.</param>
/// <param name="Directions">In which direction(s).</param>
/// <param name="Holds">What they hold.</param>
/// <param name="Worth">What it is worth now.</param>
/// <param name="Said">The last answer; null when there is none.</param>
/// <param name="Version">The version that was really read; null when there is no answer.</param>
/// <param name="SaidOn">The day it was given, in the organisation's zone.</param>
/// <param name="Cause">Why it is stale; null when it is not.</param>
/// <param name="BrokenBy">The version whose change made it stale; null where no change did.</param>
/// <param name="HasLeft">No longer in the organisation.</param>
/// <param name="AskedIn">The version that first stood when the person was asked; 0 before the first.</param>
public sealed record PersonStanding(
    PersonId Person,
    Directions Directions,
    Holds Holds,
    Worth Worth,
    AnswerKind? Said,
    int? Version,
    LocalDate? SaidOn,
    StaleCause? Cause,
    int? BrokenBy,
    bool HasLeft,
    int AskedIn);

/// <summary>How a thread stands.</summary>
/// <param name="Thread">The thread.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="RaisedBy">Who raised it.</param>
/// <param name="Section">The section's key; empty for the whole page.</param>
/// <param name="End">How it ended; null while it is open.</param>
/// <param name="EndedIn">The version that took it in; null otherwise.</param>
/// <param name="IsKept">Decided by the leader, and the raiser keeps the objection on record.</param>
public sealed record ThreadStanding(
    ThreadId Thread, ThreadKind Kind, PersonId RaisedBy, string Section, ThreadEnd? End, int? EndedIn, bool IsKept);

/// <summary>How many there are of each worth in one direction. Nobody is named.</summary>
/// <param name="Asked">All who are asked and have not left.</param>
/// <param name="ByWorth">How many of them by worth; worths that nobody has are left out.</param>
public sealed record DirectionCount(int Asked, IReadOnlyDictionary<Worth, int> ByWorth)
{
    /// <summary>How many have this worth.</summary>
    public int Of(Worth worth) => ByWorth.GetValueOrDefault(worth);
}

/// <summary>What everyone's answer is worth on a day, and what is open.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Version">The present version; 0 before the first.</param>
/// <param name="Owner">By name.</param>
/// <param name="Leader">Accountable, by name.</param>
/// <param name="Frame">The present version's.</param>
/// <param name="LookAgain">The present version's.</param>
/// <param name="People">All who are asked, in the order in which they were.</param>
/// <param name="Threads">All, oldest first.</param>
/// <param name="SentencesOpened">Whether the sentences stand side by side.</param>
/// <param name="ChangedAt">When anything last happened.</param>
public sealed record AgreementStanding(
    AgreementId Agreement,
    Subject Subject,
    int Version,
    PersonId Owner,
    PersonId Leader,
    Frame Frame,
    LocalDate? LookAgain,
    IReadOnlyList<PersonStanding> People,
    IReadOnlyList<ThreadStanding> Threads,
    bool SentencesOpened,
    Instant ChangedAt)
{
    /// <summary>Threads that have not ended.</summary>
    [JsonIgnore]
    public IEnumerable<ThreadStanding> OpenThreads => Threads.Where(t => t.End is null);

    /// <summary>The counts of one direction; <see cref="Directions.None"/> counts everyone.</summary>
    public DirectionCount Count(Directions direction)
    {
        var there = People.Where(p => !p.HasLeft && (direction == Directions.None || (p.Directions & direction) != Directions.None)).ToList();
        return new DirectionCount(there.Count, there.CountBy(p => p.Worth).ToDictionary());
    }
}
