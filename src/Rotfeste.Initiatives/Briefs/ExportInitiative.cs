using Microsoft.EntityFrameworkCore;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Contracts;
using Rotfeste.Platform.Data;

namespace Rotfeste.Initiatives.Briefs;

/// <summary>Gives what was agreed on an initiative as one file that proves itself elsewhere.</summary>
internal sealed class ExportInitiative(AppDb db, AgreementQuestions agreements)
{
    /// <summary>Null where no organisation here has such an initiative.</summary>
    public async Task<byte[]?> RunAsync(Guid id, CancellationToken cancellation)
    {
        var wanted = InitiativeId.From(id);
        if (await db.Set<Initiative>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == wanted, cancellation) is not { } initiative)
            return null;
        db.Current.Choose(initiative.Organisation);
        return await agreements.ExportAsync(InitiativeSubject.Of(initiative.Id), cancellation);
    }
}
