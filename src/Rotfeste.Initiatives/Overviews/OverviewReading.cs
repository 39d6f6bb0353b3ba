using Microsoft.EntityFrameworkCore;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Dangers;
using Rotfeste.Initiatives.Pages;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Initiatives.Overviews;

/// <summary>What the list of initiatives shows.</summary>
internal sealed class OverviewReading(AppDb db, CurrentCaller caller, InitiativeStates states, OrganisationUnits units)
{
    public async Task<OverviewView> ReadAsync(CancellationToken cancellation)
    {
        var all = await db.Set<Initiative>().AsNoTracking().OrderBy(i => i.LookAgainOn).ThenBy(i => i.Id).ToListAsync(cancellation);
        var read = await states.OfAsync(all, cancellation);
        var byUnit = read.ToLookup(s => s.Initiative.Unit);
        var rows = (await units.AllAsync(cancellation)).Where(u => byUnit.Contains(u.Id))
            .Select(u => new UnitOverviewView(u.Name, [.. byUnit[u.Id].Select(Row)])).ToList();
        if (byUnit.Contains(null))
            rows.Add(new UnitOverviewView(null, [.. byUnit[null].Select(Row)]));
        return new OverviewView([.. read.Select(Mine).OfType<MineView>().OrderByDescending(m => m.Waits)], rows);
    }

    private MineView? Mine(InitiativeState state)
    {
        var (initiative, me) = (state.Initiative, caller.Required.Person);
        var address = caller.Required.To($"initiatives/{initiative.Id}");
        return WhyMine.Of(state, me) is { } why
            ? new MineView(why is WhyConcerned.Asked or WhyConcerned.AskedAgain ? $"{address}/answer" : address, initiative.Title, why.ToString(), why <= WhyConcerned.Open)
            : null;
    }

    private OverviewRowView Row(InitiativeState state)
    {
        var initiative = state.Initiative;
        var talk = state.Dangers.FirstOrDefault(d => d.Nearness != Nearness.None);
        var starts = initiative is { HasStarted: false, StartsOn: { } on } && on >= state.Today ? on : (NodaTime.LocalDate?)null;
        return new OverviewRowView(
            caller.Required.To($"initiatives/{initiative.Id}"), initiative.Title, initiative.Stage.ToString(), [.. Marks(state.Standing)],
            talk is null ? null : new DangerView(talk.Kind.ToString(), talk.Nearness.ToString(), talk.Case, talk.Numbers, null),
            starts ?? initiative.LookAgainOn, starts is null ? "LooksAgain" : "Starts");
    }

    private static IEnumerable<OverviewMarkView> Marks(AgreementStanding standing) =>
        from direction in new[] { (Directions.Up, "up"), (Directions.In, "in"), (Directions.Sideways, "sideways") }
        where standing.Version > 0 && standing.Count(direction.Item1).Asked > 0
        select new OverviewMarkView(direction.Item1.ToString(), direction.Item2, DirectionReading.MarkOf(standing, direction.Item1));
}
