using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Rotfeste.People.Calling;
using Rotfeste.People.Contracts;
using Rotfeste.People.Memberships;
using Rotfeste.People.Webhooks;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.Units;

/// <summary>What was typed about a unit.</summary>
internal sealed record UnitInput(string Name, string? PublicName, bool IsLeadershipGroup, UnitId? Parent)
{
    /// <summary>What it is called in other languages.</summary>
    public IReadOnlyDictionary<string, string> Elsewhere { get; init; } = new Dictionary<string, string>();
}

/// <summary>Makes, changes, moves and removes units.</summary>
internal sealed class KeepUnits(
    AppDb db, CurrentCaller caller, UnitScreen screen, UnitChoices choices, UnitNames names, KnownPeople known, LedgerWriter ledger,
    IStringLocalizer<Texts> texts)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/units", (KeepUnits use, IFormCollection form, CancellationToken cancellation) =>
            use.MakeAsync(form, cancellation)).RequireAuthorization(Access.Lead);
        routes.MapPost("/units/{id:guid}", (Guid id, KeepUnits use, IFormCollection form, CancellationToken cancellation) =>
            use.ChangeAsync(id, form, cancellation)).RequireAuthorization(Access.Lead);
        routes.MapPost("/units/{id:guid}/removal", (Guid id, KeepUnits use, CancellationToken cancellation) =>
            use.RemoveAsync(id, cancellation)).RequireAuthorization(Access.Lead);
    }

    private async Task<IResult> MakeAsync(IFormCollection form, CancellationToken cancellation)
    {
        var input = await ReadAsync(form, cancellation);
        if (Refuse(input) is { } refusal)
            return await screen.RefuseAsync(null, input, refusal, cancellation);

        var unit = Unit.Make(UnitId.New(), caller.Required.Organisation, input.Parent, input.Name, input.PublicName);
        unit.Describe(input.Name, input.PublicName, input.IsLeadershipGroup);
        db.Add(unit);
        await names.KeepAsync(unit, input.Elsewhere, cancellation);
        return await SavedAsync("unit-made", unit.Id, cancellation);
    }

    private async Task<IResult> ChangeAsync(Guid id, IFormCollection form, CancellationToken cancellation)
    {
        var all = await db.Set<Unit>().ToDictionaryAsync(u => u.Id, cancellation);
        if (!all.TryGetValue(new UnitId(id), out var unit))
            return Results.NotFound();

        var input = await ReadAsync(form, cancellation);
        if (Refuse(input) is { } refusal)
            return await screen.RefuseAsync(id, input, refusal, cancellation);
        if (!unit.MoveUnder(input.Parent, all))
            return await screen.RefuseAsync(id, input, new Refusal("parent", texts["Refused.Circle"]), cancellation);

        unit.Describe(input.Name, input.PublicName, input.IsLeadershipGroup);
        await names.KeepAsync(unit, input.Elsewhere, cancellation);
        return await SavedAsync("unit-changed", unit.Id, cancellation);
    }

    private async Task<IResult> RemoveAsync(Guid id, CancellationToken cancellation)
    {
        var unitId = new UnitId(id);
        if (await db.Set<Unit>().FirstOrDefaultAsync(u => u.Id == unitId, cancellation) is not { } unit)
            return Results.NotFound();

        var isInUse = await db.Set<Unit>().AnyAsync(u => u.Parent == unitId, cancellation)
            || await db.Set<Membership>().AnyAsync(m => m.Unit == unitId, cancellation)
            || await db.Set<Webhook>().AnyAsync(w => w.Unit == unitId, cancellation);
        if (isInUse)
        {
            var input = new UnitInput(unit.Name, unit.PublicName, unit.IsLeadershipGroup, unit.Parent)
            {
                Elsewhere = await names.OfAsync(unitId, cancellation),
            };
            return await screen.RefuseAsync(id, input, new Refusal("", texts["Refused.InUse"]), cancellation);
        }

        await names.RemoveAsync(unitId, cancellation);
        db.Remove(unit);
        return await SavedAsync("unit-removed", unitId, cancellation);
    }

    private async Task<UnitInput> ReadAsync(IFormCollection form, CancellationToken cancellation) => new(
        form.Text("name"),
        form.Text("publicName") is { Length: > 0 } shown ? shown : null,
        form.Text("leadership") == "yes",
        await choices.ReadAsync(form.Text("parent"), cancellation))
    {
        Elsewhere = UnitNames.Read(form),
    };

    private Refusal? Refuse(UnitInput input)
    {
        if (input.Name.Length is 0 or > Unit.LongestName)
            return new Refusal("name", texts["Refused.Name", Unit.LongestName]);
        if (input.PublicName?.Length > Unit.LongestName)
            return new Refusal("publicName", texts["Refused.Name", Unit.LongestName]);
        return input.Elsewhere.FirstOrDefault(e => e.Value.Length > Unit.LongestName).Key is { } language
            ? new Refusal(UnitNames.FieldOf(language), texts["Refused.Name", Unit.LongestName])
            : null;
    }

    private async Task<IResult> SavedAsync(string kind, UnitId unit, CancellationToken cancellation)
    {
        var me = caller.Required;
        ledger.Write(me.Organisation, kind, me.Person, new { unit });
        known.ForgetAfter(db);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(me.To("units"));
    }
}
