using Microsoft.EntityFrameworkCore;
using Rotfeste.People.Contracts;
using Rotfeste.People.Members;
using Rotfeste.Platform.Data;

namespace Rotfeste.People.Units;

/// <summary>The units as choices in a form.</summary>
internal sealed class UnitChoices(AppDb db)
{
    public async Task<IReadOnlyList<UnitChoiceView>> AllAsync(CancellationToken cancellation) =>
    [
        .. UnitTree.InOrder(await db.Set<Unit>().AsNoTracking().ToListAsync(cancellation))
            .Select(u => new UnitChoiceView(u.Unit.Id.Value, u.Unit.Name, u.Depth)),
    ];

    /// <summary>The chosen unit of this organisation; null where none is chosen or it is not one of ours.</summary>
    public async Task<UnitId?> ReadAsync(string typed, CancellationToken cancellation)
    {
        if (!Guid.TryParse(typed, out var id))
            return null;
        var unit = new UnitId(id);
        return await db.Set<Unit>().AnyAsync(u => u.Id == unit, cancellation) ? unit : null;
    }
}
