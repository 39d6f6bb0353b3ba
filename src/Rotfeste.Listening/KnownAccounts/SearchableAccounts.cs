using Microsoft.EntityFrameworkCore;
using Rotfeste.Channels.Contracts;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.KnownAccounts;

/// <summary>Which accounts a search of the current organisation may name: its own, and those an owner entered.</summary>
internal sealed class SearchableAccounts(AppDb db, ConnectedChannels channels)
{
    public async Task<IReadOnlyList<string>> HandlesAsync(CancellationToken cancellation)
    {
        var known = await db.Set<KnownAccount>().AsNoTracking().Select(a => a.Handle).ToListAsync(cancellation);
        return [.. (await channels.AllAsync(cancellation)).Select(c => c.Handle), .. known];
    }
}
