using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Rotfeste.People.Contracts;
using Rotfeste.People.Members;
using Rotfeste.People.Memberships;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.Units;

/// <summary>Shows the tree of units, as it is or with what must be mended.</summary>
internal sealed class UnitScreen(AppDb db, UnitNames names)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/units", (UnitScreen screen, CancellationToken cancellation) =>
            screen.ShowAsync(null, cancellation)).RequireAuthorization(Access.Lead);
        routes.MapGet("/units/{id:guid}", (Guid id, UnitScreen screen, CancellationToken cancellation) =>
            screen.ShowAsync(id, cancellation)).RequireAuthorization(Access.Lead);
    }

    public async Task<IResult> RefuseAsync(Guid? id, UnitInput input, Refusal refusal, CancellationToken cancellation)
    {
        var units = await db.Set<Unit>().AsNoTracking().ToListAsync(cancellation);
        var form = new UnitFormView(
            id, input.Name, input.PublicName ?? "", input.IsLeadershipGroup, input.Parent?.ToString() ?? "", Choices(units, id))
        {
            Elsewhere = input.Elsewhere,
        };
        return Answer.Refused<UnitsPage>((nameof(UnitsPage.View), new UnitsView(await RowsAsync(units, cancellation), form, [refusal])));
    }

    private async Task<IResult> ShowAsync(Guid? id, CancellationToken cancellation)
    {
        var units = await db.Set<Unit>().AsNoTracking().ToListAsync(cancellation);
        var chosen = units.Find(u => u.Id.Value == id);
        if (id is not null && chosen is null)
            return Results.NotFound();

        var form = new UnitFormView(
            id, chosen?.Name ?? "", chosen?.PublicName ?? "", chosen?.IsLeadershipGroup ?? false,
            chosen?.Parent?.ToString() ?? "", Choices(units, id))
        {
            Elsewhere = chosen is null ? new Dictionary<string, string>() : await names.OfAsync(chosen.Id, cancellation),
        };
        return Answer.Page<UnitsPage>((nameof(UnitsPage.View), new UnitsView(await RowsAsync(units, cancellation), form, [])));
    }

    private async Task<IReadOnlyList<UnitRowView>> RowsAsync(List<Unit> units, CancellationToken cancellation)
    {
        var people = (await db.Set<Membership>().Where(m => m.IsActive && m.Unit != null).Select(m => m.Unit!.Value).ToListAsync(cancellation))
            .CountBy(u => u).ToDictionary();
        return
        [
            .. UnitTree.InOrder(units).Select(u => new UnitRowView(
                u.Unit.Id.Value, u.Unit.Name, u.Unit.PublicName, u.Unit.IsLeadershipGroup, u.Depth, people.GetValueOrDefault(u.Unit.Id))),
        ];
    }

    private static IReadOnlyList<UnitChoiceView> Choices(IReadOnlyList<Unit> units, Guid? without) =>
    [
        .. UnitTree.InOrder(units).Where(u => u.Unit.Id.Value != without)
            .Select(u => new UnitChoiceView(u.Unit.Id.Value, u.Unit.Name, u.Depth)),
    ];
}
