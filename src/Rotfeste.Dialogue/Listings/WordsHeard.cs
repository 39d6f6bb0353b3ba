using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Harassment;
using Rotfeste.Dialogue.Numbers;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Slots;

namespace Rotfeste.Dialogue.Listings;

/// <summary>What people wrote to us lately, one conversation each, from the accounts that the caller may see.</summary>
internal sealed class WordsHeard(InboxQuery query, UsableChannels channels, Posts posts, PrivateReading privates, CoveredReading covered)
{
    // As many again may have been erased since.
    private const int Spare = 4;
    private const int MostText = 240;

    public static HeardThisWeek Slot { get; } = new((services, caller, since, most, cancellation) =>
        services.GetRequiredService<WordsHeard>().ReadAsync(caller, since, most, cancellation));

    private async Task<IReadOnlyList<HeardWords>> ReadAsync(Caller caller, Instant since, int most, CancellationToken cancellation)
    {
        var sight = await channels.OfAsync(caller, cancellation);
        var rows = await query.Seen(caller, sight).Where(c => c.LastPostAt >= since && c.State != ConversationState.Gone && c.MergedInto == null)
            .OrderByDescending(c => c.LastPostAt).Take(most * Spare)
            .Select(c => new { c.Id, c.LastPost, c.LastPostAt }).ToListAsync(cancellation);
        var words = await posts.FindAsync([.. rows.Select(r => r.LastPost)], cancellation);
        var rules = await privates.RulesAsync(cancellation);
        var reported = await covered.AllAsync(cancellation);
        var said =
            from row in rows
            let post = words.GetValueOrDefault(row.LastPost)
            where post is { Erased: null, Post.IsPrivate: false } && post.Post.Text.Length > 0 && !reported.Contains(row.Id)
            select new HeardWords(Shortened.Of(rules.AtAGlance(post.Post.Text, row.Id).Text, MostText), NetworkNames.Of(post.Post.Network), row.LastPostAt, $"inbox/{row.Id}");
        return [.. said.Take(most)];
    }
}
