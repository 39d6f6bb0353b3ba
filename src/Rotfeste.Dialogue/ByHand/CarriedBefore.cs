using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Asks;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Harassment;
using Rotfeste.Dialogue.Numbers;
using Rotfeste.Listening.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Slots;

namespace Rotfeste.Dialogue.ByHand;

/// <summary>What lies here already of what somebody is about to carry in, so that nobody answers it twice.</summary>
internal sealed class CarriedBefore(AppDb db, Posts posts, ConversationDoor door, PrivateReading privates, CoveredReading covered)
{
    private const int Most = 5;
    private const int MostText = 120;

    /// <summary>What is shared from elsewhere can be carried in.</summary>
    public static SharedWay Slot { get; } = new(
        Access.Answer, services => services.GetRequiredService<IStringLocalizer<Texts>>()["Shared"], "inbox/by-hand");

    /// <summary>Carried in from the same page before, newest first.</summary>
    public async Task<IReadOnlyList<BeforeView>> OfAsync(string? link, CancellationToken cancellation)
    {
        if (link is null)
            return [];

        var page = HandChannel.PageUri(new Uri(link));
        return await ViewAsync(
            await db.Set<Conversation>().AsNoTracking().Include(c => c.Posts).Where(c => c.Channel == HandChannel.Id && c.RootUri == page)
                .OrderByDescending(c => c.LastPostAt).Take(Most).ToListAsync(cancellation),
            cancellation);
    }

    /// <summary>The conversation that the very post lies in; null where there is none, or the person may not see it.</summary>
    public async Task<BeforeView?> HereAsync(string link, CancellationToken cancellation)
    {
        if (LinkedPost.Read(link) is not { } linked || await posts.FindLinkedAsync(linked, cancellation) is not { } post)
            return null;

        var place = await db.Set<ConversationPost>().AsNoTracking().FirstOrDefaultAsync(p => p.Post == post, cancellation);
        return place is not null && await door.LookAsync(place.Conversation.Value, cancellation) is { } conversation
            ? (await ViewAsync([conversation], cancellation))[0]
            : null;
    }

    // What is erased or covered is led to without words.
    private async Task<IReadOnlyList<BeforeView>> ViewAsync(IReadOnlyList<Conversation> found, CancellationToken cancellation)
    {
        if (found.Count == 0)
            return [];

        var words = await posts.FindAsync([.. found.Select(c => c.LastPost)], cancellation);
        var (rules, hidden) = (await privates.RulesAsync(cancellation), await covered.AllAsync(cancellation));
        return
        [
            .. from conversation in found
               let post = hidden.Contains(conversation.Id) ? null : words.GetValueOrDefault(conversation.LastPost)?.Post
               select new BeforeView(
                   conversation.Id.Value, post?.Author.DisplayName ?? "",
                   Shortened.Of(rules.AtAGlance(post?.Text ?? "", conversation.Id).Text, MostText), conversation.LastPostAt, Ask.IsWanted(conversation)),
        ];
    }
}
