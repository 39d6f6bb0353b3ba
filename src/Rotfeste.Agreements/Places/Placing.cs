using Microsoft.EntityFrameworkCore;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;
using Rotfeste.Agreements.Records;
using Rotfeste.Agreements.Standings;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Agreements.Places;

/// <summary>Keeps everyone's place beside the standings that it follows from.</summary>
internal static class Placing
{
    /// <summary>Everyone's place, as a pure function of the history.</summary>
    public static IReadOnlyList<Place> Of(Agreement agreement, History history, Reckoning reckoning)
    {
        var asked = reckoning.Timeless.People.ToDictionary(p => p.Person);
        return [.. history.EverAsked.Select(p => Of(agreement, reckoning, p.Id, asked.GetValueOrDefault(p.Id)))];
    }

    /// <summary>Writes what differs; rows that stand are not read for it.</summary>
    public static void Write(AppDb db, IReadOnlyList<Place> before, IReadOnlyList<Place> after)
    {
        var stood = before.ToDictionary(p => p.Person);
        var tracked = db.Set<Place>().Local.ToDictionary(p => (p.Agreement, p.Person));
        foreach (var place in after)
        {
            var was = stood.GetValueOrDefault(place.Person);
            if (was == place)
                continue;
            if (tracked.TryGetValue((place.Agreement, place.Person), out var row))
                db.Entry(row).CurrentValues.SetValues(place);
            else if (was is null)
                db.Add(place);
            else
                db.Update(place);
        }
    }

    private static Place Of(Agreement agreement, Reckoning reckoning, PersonId person, PersonStanding? standing) => new()
    {
        Agreement = agreement.Id,
        Person = person,
        Organisation = agreement.Organisation,
        SubjectKind = agreement.SubjectKind,
        SubjectId = agreement.SubjectId,
        IsAsked = standing is { HasLeft: false },
        Worth = reckoning.Timeless.Version == 0 ? null : standing?.Worth,
        HoldsUntil = standing is null ? null : reckoning.HoldsUntil(standing),
    };
}
