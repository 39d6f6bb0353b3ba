using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Gates;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Initiatives.Pages;

/// <summary>Up, in and sideways, as one reader may see them.</summary>
internal static class DirectionReading
{
    private static readonly (Directions Direction, string Key, string Mark)[] All =
        [(Directions.Up, "Up", "up"), (Directions.In, "In", "in"), (Directions.Sideways, "Sideways", "sideways")];

    /// <param name="state">The initiative.</param>
    /// <param name="seesAll">Owner and accountable leader see who has not answered; others see how many.</param>
    public static IReadOnlyList<DirectionView> Of(InitiativeState state, bool seesAll) =>
        [.. All.Select(d => One(state, d.Direction, d.Key, d.Mark, seesAll))];

    /// <summary>The mark of a direction: an objection shows first, then what must be confirmed again, then what waits.</summary>
    public static Standing MarkOf(AgreementStanding standing, Directions direction)
    {
        var there = standing.People.Where(p => !p.HasLeft && p.Directions.HasFlag(direction)).ToList();
        if (there.Count > 0 && there.TrueForAll(p => Readiness.IsIn(p, standing)))
            return Standing.Met;
        if (there.Exists(p => p.Worth == Worth.Objection))
            return Standing.Objection;
        if (there.Exists(p => p.Worth == Worth.Stale))
            return Standing.Stale;
        return there.Exists(p => p.Worth is Worth.Reservation or Worth.Question) ? Standing.Reservation : Standing.Waiting;
    }

    private static DirectionView One(InitiativeState state, Directions direction, string key, string mark, bool seesAll)
    {
        var there = state.Standing.People.Where(p => !p.HasLeft && p.Directions.HasFlag(direction)).ToList();
        var shown = there.Where(p => seesAll || p.Worth is not (Worth.NotYet or Worth.Stale))
            .Select(p => new PersonStandView(state.NameOf(p.Person), Mark(p, state.Standing), Key(p, state.Standing), p.Version))
            .OrderBy(p => p.Name, StringComparer.CurrentCulture);
        return new DirectionView(
            key, mark, MarkOf(state.Standing, direction), there.Count(p => Readiness.IsIn(p, state.Standing)), there.Count,
            [.. shown], seesAll ? 0 : there.Count(p => p.Worth is Worth.NotYet or Worth.Stale));
    }

    private static Standing Mark(PersonStanding person, AgreementStanding standing) => person.Worth switch
    {
        Worth.Agree => Standing.Met,
        Worth.Reservation => Readiness.IsIn(person, standing) ? Standing.Met : Standing.Reservation,
        Worth.Objection => Standing.Objection,
        Worth.Question => Standing.Unknown,
        Worth.Stale => Standing.Stale,
        _ => Standing.Waiting,
    };

    private static string Key(PersonStanding person, AgreementStanding standing) =>
        person.Worth == Worth.Reservation && Readiness.IsIn(person, standing) ? "ReservationSettled" : person.Worth.ToString();
}
