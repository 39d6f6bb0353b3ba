using NodaTime;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Tests.Initiatives;

/// <summary>Builds what everyone's answer is worth, by hand.</summary>
internal static class Stood
{
    public static PersonId Leader { get; } = PersonId.New();

    public static PersonId Owner { get; } = PersonId.New();

    public static PersonStanding Person(
        Worth worth, Directions directions = Directions.Sideways, Holds holds = Holds.Nothing, PersonId? id = null, bool hasLeft = false, int askedIn = 0) =>
        new(id ?? PersonId.New(), directions, holds, worth, null, 1, null, null, null, hasLeft, askedIn);

    public static PersonStanding Boss(Worth worth) => Person(worth, Directions.Up, Holds.Nothing, Leader);

    public static ThreadStanding Thread(PersonStanding by, ThreadKind kind = ThreadKind.Objection, ThreadEnd? end = null, string section = "", bool isKept = false) =>
        new(ThreadId.New(), kind, by.Person, section, end, null, isKept);

    public static AgreementStanding On(
        int version, IReadOnlyList<PersonStanding> people, IReadOnlyList<ThreadStanding>? threads = null, Frame? frame = null) =>
        new(AgreementId.New(), new Subject("initiative", Guid.NewGuid()), version, Owner, Leader, frame ?? new Frame(), null, people,
            threads ?? [], false, Instant.FromUtc(2026, 11, 25, 1, 0));
}
