using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Contracts;
using Rotfeste.Initiatives.Pages;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Stage = Rotfeste.Initiatives.Contracts.InitiativeStage;

namespace Rotfeste.Initiatives.Overviews;

/// <summary>As much of an initiative as is read of all of them.</summary>
internal sealed record OverviewEntry(InitiativeId Id, string Title, UnitId? Unit, Stage Stage, LocalDate LookAgainOn, PersonId Owner, PersonId Leader)
{
    /// <summary>The unit as it stands in an address.</summary>
    public string UnitKey { get; } = Unit?.ToString() ?? OverviewWish.NoUnit;

    public bool IsWrittenBy(PersonId person) => person == Owner || person == Leader;
}

/// <summary>An initiative that concerns somebody, and why.</summary>
internal sealed record Concern(OverviewEntry Entry, WhyConcerned Why);

/// <summary>As much of all initiatives as a list needs to be ordered.</summary>
internal sealed class KnownEntries(RowVersions versions, IClock clock) : Kept<string, IReadOnlyList<OverviewEntry>>(versions, clock, typeof(Initiative));

/// <summary>Finds what concerns a person without reading what everybody said in everything.</summary>
internal sealed class Concerning(AppDb db, KnownEntries known, AgreementQuestions agreements, InitiativeStates states)
{
    /// <summary>What is looked at again first comes first.</summary>
    public async Task<IReadOnlyList<OverviewEntry>> AllAsync(CancellationToken cancellation) =>
        await known.GetAsync(db, "", async () => await db.Set<Initiative>().AsNoTracking().OrderBy(i => i.LookAgainOn).ThenBy(i => i.Id)
            .Select(i => new OverviewEntry(i.Id, i.Title, i.Unit, i.Stage, i.LookAgainOn, i.Owner, i.Leader)).ToListAsync(cancellation));

    /// <summary>What waits for the person comes first, then what is looked at again first.</summary>
    public async Task<IReadOnlyList<Concern>> OfAsync(PersonId person, IReadOnlyList<OverviewEntry> all, CancellationToken cancellation)
    {
        var places = await PlacesAsync(person, cancellation);
        var written = all.Where(e => e.IsWrittenBy(person) && WhyMine.Of(places.GetValueOrDefault(e.Id)) is not (WhyConcerned.Asked or WhyConcerned.AskedAgain));
        var read = (await states.ReadAsync([.. written.Select(e => e.Id)], cancellation)).ToDictionary(s => s.Initiative.Id);
        return
        [
            .. from entry in all
               where entry.Stage != Stage.Ended || entry.IsWrittenBy(person)
               let why = read.TryGetValue(entry.Id, out var state) ? WhyMine.Of(state, person) : WhyMine.Of(places.GetValueOrDefault(entry.Id))
               where why is not null
               orderby why > WhyConcerned.Open
               select new Concern(entry, why.Value),
        ];
    }

    /// <summary>Everything that has not ended and that the person stands for or is asked about.</summary>
    public async Task<IReadOnlyList<InitiativeState>> RunningAsync(PersonId person, CancellationToken cancellation)
    {
        var places = await PlacesAsync(person, cancellation);
        var mine = (await AllAsync(cancellation)).Where(e => e.Stage != Stage.Ended && (e.IsWrittenBy(person) || places.ContainsKey(e.Id)));
        return await states.ReadAsync([.. mine.Select(e => e.Id)], cancellation);
    }

    private async Task<Dictionary<InitiativeId, AskedPlace>> PlacesAsync(PersonId person, CancellationToken cancellation) =>
        (await agreements.PlacesOfAsync(InitiativeSubject.Kind, person, cancellation)).ToDictionary(p => InitiativeId.From(p.Subject));
}
