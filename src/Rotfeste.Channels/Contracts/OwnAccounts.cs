using Microsoft.EntityFrameworkCore;
using Rotfeste.Channels.Accounts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Channels.Contracts;

/// <summary>A connected account of an organisation.</summary>
/// <param name="Organisation">Whose.</param>
/// <param name="Channel">As which channel.</param>
/// <param name="Network">"bluesky".</param>
/// <param name="Account">Its lasting id at the network (a DID).</param>
public sealed record OwnAccount(OrganisationId Organisation, ChannelId Channel, string Network, string Account);

/// <summary>Asks for the accounts of the whole installation: the open stream serves all organisations at once.</summary>
public sealed class OwnAccounts(AppDb db)
{
    /// <summary>
    /// All that are connected, whatever organisation is chosen; one account can belong to several organisations. It changes
    /// with <see cref="ChannelConnected"/> and <see cref="ChannelDisconnected"/>.
    /// </summary>
    public async Task<IReadOnlyList<OwnAccount>> AllAsync(CancellationToken cancellation) =>
        await db.Set<Channel>().IgnoreQueryFilters([AppDb.OrganisationFilter]).AsNoTracking()
            .Where(c => c.DisconnectedAt == null)
            .OrderBy(c => c.Id)
            .Select(c => new OwnAccount(c.Organisation, c.Id, c.Network, c.Account))
            .ToListAsync(cancellation);
}
