using Microsoft.EntityFrameworkCore;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Initiatives.Choices;

/// <summary>Whoever was responsible in the leadership group has left: the owners are asked who it is now.</summary>
internal sealed class OnResponsibleLeft(AppDb db, Colleagues colleagues, Notify notify) : IOn<PersonLeft>
{
    public const string Kind = "responsible-left";

    public async Task HandleAsync(IReadOnlyList<PersonLeft> facts, CancellationToken cancellation)
    {
        var responsible = (await db.Set<AnchoringChoice>().AsNoTracking().FirstOrDefaultAsync(cancellation))?.Responsible;
        if (responsible is not { } person || facts.All(f => f.Person != person))
            return;
        var owners = (await colleagues.AllAsync(cancellation)).Where(c => c.Roles.HasFlag(Roles.Owner)).Select(c => c.Person).ToList();
        await notify.TellAsync(owners, new Notice(Kind, [], "initiatives/choices", Key: Kind), cancellation);
        await db.SaveChangesAsync(cancellation);
    }
}
