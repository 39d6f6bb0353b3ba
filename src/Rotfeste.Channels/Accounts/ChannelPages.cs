using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Rotfeste.Channels.Contracts;
using Rotfeste.Channels.Events;
using Rotfeste.Channels.Protocols;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Channels.Accounts;

/// <summary>What the screens of channels show to this caller.</summary>
internal sealed class ChannelPages(AppDb db, ChannelSight sight, IMayPublish mays, CurrentCaller caller)
{
    private bool MayChange => caller.Required.May.Contains(Access.Lead);

    public async Task<ChannelsView> ListAsync(CancellationToken cancellation)
    {
        var seen = await sight.OfAsync(caller.Required, cancellation);
        var channels = await db.Set<Channel>().AsNoTracking().Where(c => c.DisconnectedAt == null).ToListAsync(cancellation);
        var views = channels.Where(c => seen.Contains(c.Id)).Select(c => ViewOf(c, 0));
        return new ChannelsView([.. views.OrderBy(v => v.Name, StringComparer.CurrentCulture)], caller.Required.To("channels"), MayChange);
    }

    public async Task<IResult> ShowAsync(ChannelId id, CancellationToken cancellation)
    {
        var channel = await db.Set<Channel>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == id && c.DisconnectedAt == null, cancellation);
        return channel is not null && (await sight.OfAsync(caller.Required, cancellation)).Contains(id)
            ? Answer.Page<ChannelPage>((nameof(ChannelPage.View), await ViewAsync(channel, [], cancellation)))
            : Results.NotFound();
    }

    public async Task<IResult> RefuseAsync(Channel channel, Refusal refusal, CancellationToken cancellation) =>
        Answer.Refused<ChannelPage>((nameof(ChannelPage.View), await ViewAsync(channel, [refusal], cancellation)));

    private async Task<ChannelPageView> ViewAsync(Channel channel, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        var unreadable = await db.Set<RawEvent>().CountAsync(e => e.Channel == channel.Id && !e.IsReadable, cancellation);
        var units = MayChange ? await sight.UnitsAsync(channel.Id, cancellation) : [];
        var say = await mays.AskAsync(channel.Id, cancellation);
        var publishing = new PublishingView(say.Stand, say.Title, say.Address is null ? null : caller.Required.To(say.Address), say.Missing);
        return new ChannelPageView(ViewOf(channel, unreadable), caller.Required.To("channels"), MayChange, units, publishing, refusals) { Signing = channel.Signing };
    }

    private ChannelView ViewOf(Channel channel, int unreadable) => new(
        caller.Required.To($"channels/{channel.Id}"),
        channel.Handle,
        channel.DisplayName.Length > 0 ? channel.DisplayName : channel.Handle,
        new Uri(channel.Server).Host,
        KnownProtocols.Of(channel.Network).ProfileOf(channel),
        channel.Health,
        unreadable,
        channel.Network,
        TextRules.NameOf(channel.Network),
        (channel.Lacks ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries));
}
