using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.ByHand;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Listening.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Mentions;

/// <summary>Take a mention into dialogue, from an account of ours: asked where there are several.</summary>
internal sealed class TakeMention(
    AppDb db, Listening.Contracts.Mentions mentions, Posts posts, UsableChannels channels, Arrivals arrivals, CurrentCaller caller, IClock clock)
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(
        "/mentions/{id:guid}/conversation",
        (Guid id, [FromForm] Guid? channel, TakeMention use, CancellationToken cancellation) => use.HandleAsync(id, channel, cancellation))
        .RequireAuthorization(Access.Answer);

    private async Task<IResult> HandleAsync(Guid id, Guid? channel, CancellationToken cancellation)
    {
        var mention = MentionId.From(id);
        if (await mentions.PostOfAsync(mention, cancellation) is not { } postId
            || !(await posts.FindAsync([postId], cancellation)).TryGetValue(postId, out var post))
            return Results.NotFound();
        var network = post.Post.Network;
        if (post.Erased is not null)
            return Refused(id, network, [], isErased: true);

        var usable = await UsableAsync(network, cancellation);
        return Choose(network, usable, channel) is { } chosen
            ? Answer.SeeOther(caller.Required.To($"inbox/{await TakeAsync(mention, post, chosen, cancellation)}"))
            : Refused(id, network, usable, isErased: false);
    }

    // Where no account of ours can ever answer, one answers by hand; elsewhere by hand is a choice beside the accounts.
    private static ChannelId? Choose(string network, IReadOnlyList<ChannelCard> usable, Guid? wanted)
    {
        if (!TextRules.IsNetwork(network) || wanted == HandChannel.Id.Value)
            return HandChannel.Id;

        return wanted is { } id ? usable.FirstOrDefault(c => c.Id.Value == id)?.Id : usable.Count == 1 ? usable[0].Id : null;
    }

    private Task<ConversationId> TakeAsync(MentionId mention, StoredPost post, ChannelId channel, CancellationToken cancellation) =>
        db.OnWhatStandsAsync(async () =>
        {
            // Nobody had asked us: it waits from the moment that we take it up.
            var conversation = await arrivals.ReceiveAsync(post, channel, clock.GetCurrentInstant(), cancellation);
            await mentions.MarkTakenAsync(mention, cancellation);
            await arrivals.TakeAsync(conversation, caller.Required.Person, cancellation);
            await db.SaveChangesAsync(cancellation);
            return conversation;
        });

    // One answers where the question was asked.
    private async Task<IReadOnlyList<ChannelCard>> UsableAsync(string network, CancellationToken cancellation)
    {
        var sight = await channels.OfAsync(caller.Required, cancellation);
        return [.. sight.Cards.Values.Where(c => c.Network == network && sight.MayAnswerFrom(c.Id)).OrderBy(c => c.Handle, StringComparer.Ordinal)];
    }

    private static IResult Refused(Guid mention, string network, IReadOnlyList<ChannelCard> usable, bool isErased) => Answer.Refused<ChooseChannelPage>(
        (nameof(ChooseChannelPage.Mention), mention),
        (nameof(ChooseChannelPage.Network), NetworkNames.Of(network)),
        (nameof(ChooseChannelPage.Channels), usable.Select(c => new ChannelChoiceView(c.Id.Value, c.Handle, NetworkNames.Of(c.Network))).ToList()),
        (nameof(ChooseChannelPage.IsErased), isErased));
}
