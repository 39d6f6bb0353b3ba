using Microsoft.EntityFrameworkCore;
using Rotfeste.Channels.Contracts;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Choices;
using Rotfeste.Initiatives.Pages;
using Rotfeste.Platform.Data;

namespace Rotfeste.Initiatives.Carriers;

/// <summary>Answers Channels' question from the initiative that a channel carries.</summary>
internal sealed class MayPublish(AppDb db, InitiativeStates states) : IMayPublish
{
    public async Task<PublishingSay> AskAsync(ChannelId channel, CancellationToken cancellation)
    {
        var isFirm = await db.Set<AnchoringChoice>().AnyAsync(c => c.IsFirm, cancellation);
        var initiative = await (
            from carried in db.Set<CarriedChannel>()
            where carried.Channel == channel
            join found in db.Set<Initiative>() on carried.Initiative equals found.Id
            select found).AsNoTracking().FirstOrDefaultAsync(cancellation);
        return PublishingRule.Of(isFirm, initiative is null ? null : await states.OfAsync(initiative, cancellation));
    }
}
