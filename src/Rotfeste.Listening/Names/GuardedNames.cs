using Microsoft.EntityFrameworkCore;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Names;

/// <summary>The names that no search of the current organisation may look for: its members', but for those who said yes.</summary>
internal sealed class GuardedNames(AppDb db, Colleagues colleagues)
{
    private IReadOnlyList<PersonName>? read;

    public async Task<IReadOnlyList<PersonName>> AllAsync(CancellationToken cancellation) => read ??= await ReadAsync(cancellation);

    private async Task<IReadOnlyList<PersonName>> ReadAsync(CancellationToken cancellation)
    {
        var said = await db.Set<NameConsent>().AsNoTracking().Select(c => c.Person).ToListAsync(cancellation);
        return [.. (await colleagues.AllAsync(cancellation)).Where(c => !said.Contains(c.Person)).Select(c => new PersonName(c.Name)).Where(n => n.IsWhole)];
    }
}
