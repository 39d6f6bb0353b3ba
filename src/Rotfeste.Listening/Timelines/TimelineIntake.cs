using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Searches;
using Rotfeste.Listening.Streams;
using Rotfeste.Listening.Watching;
using Rotfeste.Platform.Data;
using MatchHits = Rotfeste.Matching.Hits;

namespace Rotfeste.Listening.Timelines;

/// <summary>
/// Reads what is new in one public list and holds it against the searches of the organisation whose account asks. What nothing hits is
/// forgotten at once; what is found is written as the open stream's finds are.
/// </summary>
internal sealed class TimelineIntake(AppDb db, Channels.Contracts.Timelines timelines, WatchKeeper watch, IServiceScopeFactory scopes, IClock clock)
{
    private const int MostPages = 5;

    public async Task TakeAsync(OwnAccount account, string tag, CancellationToken cancellation)
    {
        var row = await db.Set<Timeline>().FirstOrDefaultAsync(t => t.Channel == account.Channel && t.Tag == tag, cancellation);
        if (row is null)
            db.Add(row = Timeline.Of(account.Organisation, account.Channel, tag));
        row.Ask(clock.GetCurrentInstant());

        for (var pages = 1; ; pages++)
        {
            var page = await timelines.ReadAsync(account.Channel, tag.Length == 0 ? null : tag, row.Position, cancellation);
            if (page is null)
                break;
            if (page.IsRefused)
            {
                row.Refuse(clock.GetCurrentInstant());
                break;
            }

            await WriteAsync(account, page.Posts, cancellation);
            var isFirst = row.HeardAt is null;
            row.Hear(page.Newest, clock.GetCurrentInstant());
            if (!page.IsFull || isFirst)
                break;
            if (pages == MostPages)
            {
                row.Overrun(clock.GetCurrentInstant());
                break;
            }
        }

        // Behind the finds: after a crash the page is read again, and finds its rows in place.
        await db.SaveChangesAsync(cancellation);
    }

    private async Task WriteAsync(OwnAccount account, IReadOnlyList<NetworkPost> posts, CancellationToken cancellation)
    {
        var finds = posts.Reverse().Select(p => Look(account, p)).OfType<Find>().ToList();
        if (finds.Count == 0)
            return;

        // A unit of work of its own: it writes over all organisations, as the stream's batches do.
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<BatchWriting>().WriteAsync(finds, null, cancellation);
    }

    private FoundPost? Look(OwnAccount account, NetworkPost post)
    {
        var current = watch.Current;
        if (post.IsPrivate || current.IsOurs(account.Organisation, post.Author.Account))
            return null;

        var hits = new MatchHits();
        if (current.Searches.Match(SeenOf(post).ToMatch(), hits) == 0)
            return null;
        var found = new List<SearchKey>();
        foreach (var ordinal in hits.Ordinals)
        {
            if (current.Searches.IdOf(ordinal) is var search && search.Organisation == account.Organisation)
                found.Add(search);
        }

        var seenUs = clock.GetCurrentInstant().ToUnixTimeTicks() / 10;
        return found.Count == 0 ? null : new FoundPost(seenUs, post, IsChange: false, found, []);
    }

    private static SeenPost SeenOf(NetworkPost post) => new(post.Text)
    {
        Languages = [.. post.Languages],
        Links = [.. post.Links.Select(l => l.Address)],
        Source = post.Network,
        IsReply = post.ReplyParent is not null,
        HasImage = post.Pictures.Count > 0,
    };
}
