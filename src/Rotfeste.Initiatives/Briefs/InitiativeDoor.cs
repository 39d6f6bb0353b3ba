using Microsoft.EntityFrameworkCore;
using Rotfeste.Initiatives.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Initiatives.Briefs;

/// <summary>Finds an initiative. Everybody in the organisation may read it: those whom it concerns hear of it early.</summary>
internal sealed class InitiativeDoor(AppDb db, CurrentCaller caller)
{
    public async Task<Initiative?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var wanted = InitiativeId.From(id);
        return await db.Set<Initiative>().FirstOrDefaultAsync(i => i.Id == wanted, cancellation);
    }

    /// <summary>The owner and the accountable leader write the page and settle the rest.</summary>
    public bool MayWrite(Initiative initiative) => initiative.IsWrittenBy(caller.Required.Person);

    public string AddressOf(Initiative initiative) => caller.Required.To($"initiatives/{initiative.Id}");
}
