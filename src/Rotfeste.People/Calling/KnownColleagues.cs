using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.People.Memberships;
using Rotfeste.People.Organisations;
using Rotfeste.People.Persons;
using Rotfeste.People.Units;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.People.Calling;

/// <summary>Colleagues as lists name them.</summary>
internal sealed class KnownColleagues(RowVersions versions, IClock clock)
    : Kept<PersonId, Colleague>(versions, clock, typeof(Membership), typeof(Person), typeof(Unit));

/// <summary>Those who may answer, by name as a language sorts it.</summary>
internal sealed class KnownAnswerers(RowVersions versions, IClock clock)
    : Kept<string, IReadOnlyList<Colleague>>(versions, clock, typeof(Membership), typeof(Person), typeof(Unit));

/// <summary>The units above a member.</summary>
internal sealed class KnownUnits(RowVersions versions, IClock clock)
    : Kept<PersonId, IReadOnlyList<UnitId>>(versions, clock, typeof(Membership), typeof(Unit));

/// <summary>How people sign.</summary>
internal sealed class KnownSignatures(RowVersions versions, IClock clock)
    : Kept<(PersonId Person, SignatureStyle? Style, string? Language), Signature>(
        versions, clock, typeof(Membership), typeof(Person), typeof(Unit), typeof(UnitName), typeof(Organisation));
