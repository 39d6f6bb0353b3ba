using Microsoft.AspNetCore.Http;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Contracts;
using Rotfeste.Initiatives.Dangers;
using Rotfeste.Initiatives.Pages;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Initiatives.Overviews;

/// <summary>What is wanted of the list.</summary>
/// <param name="Unit">A unit's id, "none" for those without a unit, or "" for all.</param>
/// <param name="IsMine">Only what concerns the reader, with why.</param>
/// <param name="Page">From 1.</param>
internal sealed record OverviewWish(string Unit, bool IsMine, int Page)
{
    public const string NoUnit = "none";
}

/// <summary>What the list of initiatives shows: a page of it, and no more is read than that.</summary>
internal sealed class OverviewReading(CurrentCaller caller, Concerning concerning, InitiativeStates states, OrganisationUnits units)
{
    public const int PageSize = 25;
    private const int MineFirst = 8;

    public async Task<OverviewView> ReadAsync(OverviewWish wish, CancellationToken cancellation)
    {
        var all = await concerning.AllAsync(cancellation);
        var mine = await concerning.OfAsync(caller.Required.Person, all, cancellation);
        if (wish.IsMine)
        {
            var shown = Cut(mine, wish.Page);
            return new OverviewView(true, [.. shown.Select(ViewOf)], mine.Count, [], [], PagesOf(wish, mine.Count));
        }

        var places = (await units.AllAsync(cancellation)).Select((unit, place) => (unit, place)).ToDictionary(u => u.unit.Id.ToString(), u => (u.unit.Name, u.place));
        var wanted = all.Where(e => wish.Unit.Length == 0 || e.UnitKey == wish.Unit).OrderBy(e => PlaceOf(e.UnitKey)).ToList();
        var read = await states.ReadAsync([.. Cut(wanted, wish.Page).Select(e => e.Id)], cancellation);
        return new OverviewView(
            false,
            wish is { Unit: "", Page: 1 } ? [.. mine.Take(MineFirst).Select(ViewOf)] : [],
            mine.Count,
            [.. read.GroupBy(s => KeyOf(s.Initiative.Unit)).Select(g => new UnitOverviewView(NameOf(g.Key), [.. g.Select(Row)]))],
            [.. all.CountBy(e => e.UnitKey).OrderBy(c => PlaceOf(c.Key)).Select(c => new UnitChoiceView(c.Key, NameOf(c.Key), c.Value, c.Key == wish.Unit))],
            PagesOf(wish, wanted.Count));

        string? NameOf(string key) => places.TryGetValue(key, out var unit) ? unit.Name : null;
        int PlaceOf(string key) => places.TryGetValue(key, out var unit) ? unit.place : int.MaxValue;
    }

    private static string KeyOf(UnitId? unit) => unit?.ToString() ?? OverviewWish.NoUnit;

    private static IEnumerable<T> Cut<T>(IReadOnlyList<T> all, int page) => all.Skip((page - 1) * PageSize).Take(PageSize);

    private PagesView PagesOf(OverviewWish wish, int count) => new(
        Math.Min(((wish.Page - 1) * PageSize) + 1, count), Math.Min(wish.Page * PageSize, count), count,
        wish.Page > 1 ? AddressOf(wish with { Page = wish.Page - 1 }) : null,
        wish.Page * PageSize < count ? AddressOf(wish with { Page = wish.Page + 1 }) : null);

    private string AddressOf(OverviewWish wish)
    {
        var query = new QueryString();
        if (wish.Unit.Length > 0)
            query = query.Add("unit", wish.Unit);
        if (wish.IsMine)
            query = query.Add("mine", "true");
        return caller.Required.To("initiatives") + (wish.Page > 1 ? query.Add("page", $"{wish.Page}") : query);
    }

    private MineView ViewOf(Concern concern)
    {
        var address = caller.Required.To($"initiatives/{concern.Entry.Id}");
        return new MineView(
            concern.Why is WhyConcerned.Asked or WhyConcerned.AskedAgain ? $"{address}/answer" : address,
            concern.Entry.Title, concern.Why.ToString(), concern.Why <= WhyConcerned.Open);
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
