using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Rotfeste.Dialogue.Asks;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Harassment;
using Rotfeste.Dialogue.Numbers;
using Rotfeste.Listening.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Slots;

namespace Rotfeste.Dialogue.ByHand;

/// <summary>What was carried in from a page before, so that nobody answers it twice.</summary>
internal sealed class CarriedBefore(AppDb db, Posts posts, PrivateReading privates, CoveredReading covered)
{
    private const int Most = 5;
    private const int MostText = 120;

    /// <summary>What is shared from elsewhere can be carried in.</summary>
    public static SharedWay Slot { get; } = new(
        Access.Answer, services => services.GetRequiredService<IStringLocalizer<Texts>>()["Shared"], "inbox/by-hand");

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<BeforeView>> OfAsync(string? link, CancellationToken cancellation)
    {
        if (link is null)
            return [];

        var page = HandChannel.PageUri(new Uri(link));
        var found = await db.Set<Conversation>().AsNoTracking().Include(c => c.Posts).Where(c => c.Channel == HandChannel.Id && c.RootUri == page)
            .OrderByDescending(c => c.LastPostAt).Take(Most).ToListAsync(cancellation);
        if (found.Count == 0)
            return [];

        var words = await posts.FindAsync([.. found.Select(c => c.LastPost)], cancellation);
        var (rules, hidden) = (await privates.RulesAsync(cancellation), await covered.AllAsync(cancellation));
        return
        [
            .. from conversation in found
               where !hidden.Contains(conversation.Id) && words.GetValueOrDefault(conversation.LastPost) is { Erased: null }
               let post = words[conversation.LastPost].Post
               select new BeforeView(
                   conversation.Id.Value, post.Author.DisplayName, Shortened.Of(rules.AtAGlance(post.Text, conversation.Id).Text, MostText),
                   conversation.LastPostAt, Ask.IsWanted(conversation)),
        ];
    }
}
