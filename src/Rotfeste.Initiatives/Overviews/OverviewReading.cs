using Microsoft.EntityFrameworkCore;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Initiatives.Overviews;

/// <summary>What the list of initiatives shows.</summary>
internal sealed class OverviewReading(AppDb db, CurrentCaller caller, Colleagues colleagues, OrganisationUnits units)
{
    public async Task<OverviewView> ReadAsync(CancellationToken cancellation)
    {
        var all = await db.Set<Initiative>().AsNoTracking().ToListAsync(cancellation);
        var names = await colleagues.FindAsync([.. all.SelectMany(i => new[] { i.Owner, i.Leader }).Distinct()], cancellation);
        var byUnit = all.ToLookup(i => i.Unit);
        var rows = (await units.AllAsync(cancellation)).Where(u => byUnit.Contains(u.Id))
            .Select(u => new UnitOverviewView(u.Name, [.. byUnit[u.Id].Select(Row)]));
        var rest = all.Where(i => i.Unit is null).Select(Row).ToList();
        return new OverviewView([.. rows, .. rest.Count == 0 ? [] : new[] { new UnitOverviewView(null, rest) }]);

        OverviewRowView Row(Initiative i) => new(
            caller.Required.To($"initiatives/{i.Id}"), i.Title, i.Stage.ToString(), names[i.Owner].Name, names[i.Leader].Name, false, i.LookAgainOn);
    }
}
