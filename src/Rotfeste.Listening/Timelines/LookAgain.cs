using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Posts;
using Rotfeste.Listening.Volumes;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Timelines;

/// <summary>
/// Asks a server again for mentions that its public lists gave, since nobody tells us that one was changed or deleted: often at first, then
/// ever less, for a month. What is deleted, or no longer for everybody, loses its words here.
/// </summary>
internal sealed class LookAgain(AppDb db, Threads threads, Keeping keeping, Renewing renewing, Counting counting, Erasing erasing, IClock clock)
{
    private const int MostAtOnce = 3;
    private const int SlowingAfter = 10;
    private static readonly Duration First = Duration.FromMinutes(10);
    private static readonly Duration Slowest = Duration.FromHours(6);
    private static readonly Duration Longest = Duration.FromDays(30);

    /// <summary>Bluesky's stream tells of deletions itself, and nothing is changed there; feeds show what they hold.</summary>
    public static bool IsNeeded(KeptPost post) => post.Network == "mastodon";

    /// <summary>When a post is looked at next; null when it is old enough to be left.</summary>
    /// <param name="storedAt">When it came. Later than now where a clock ran ahead: then nobody knows, and it is looked at seldom.</param>
    /// <param name="now">When it is asked.</param>
    public static Instant? Next(Instant storedAt, Instant now)
    {
        var age = now - storedAt;
        if (age > Longest)
            return null;
        return now + (age < Duration.Zero ? Slowest : Duration.Min(Slowest, Duration.Max(First, age / SlowingAfter)));
    }

    /// <summary>Due, or planned for later than any look is: by a clock that ran ahead.</summary>
    public static Expression<Func<KeptPost, bool>> IsDue(Instant now)
    {
        var latest = now + Slowest;
        return p => p.CheckAt != null && (p.CheckAt <= now || p.CheckAt > latest);
    }

    /// <summary>A few that are due, at an account's own server. Waits for the network: never inside a write.</summary>
    public async Task LookAsync(OwnAccount account, CancellationToken cancellation)
    {
        var (now, organisation) = (clock.GetCurrentInstant(), account.Organisation);
        var server = new Uri(account.Account).GetLeftPart(UriPartial.Authority) + "/";
        var due = await db.Set<KeptPost>().AsNoTracking()
            .Where(IsDue(now)).Where(p => p.Organisation == organisation && p.Uri.StartsWith(server))
            .OrderBy(p => p.CheckAt).Take(MostAtOnce).Select(p => p.Uri).ToListAsync(cancellation);
        foreach (var uri in due)
        {
            var answer = await threads.GetAsync(account.Channel, uri, cancellation);
            if (answer.Failure is not null)
                return;
            await db.WriteAsync(() => TakeAsync(account, uri, answer, cancellation), cancellation);
        }
    }

    private async Task TakeAsync(OwnAccount account, string uri, ThreadAnswer answer, CancellationToken cancellation)
    {
        await keeping.LoadAsync([uri], cancellation);
        if (keeping.Find(account.Organisation, uri) is not { } row)
            return;
        var (now, post) = (clock.GetCurrentInstant(), answer.Posts.FirstOrDefault(p => p.Uri == uri));
        row.LookAgain(Next(row.StoredAt, now));
        if (answer.IsGone || post is { IsPrivate: true })
            await erasing.OfPostsAsync([uri], ErasedBecause.Deleted, cancellation);
        else if (post is not null)
            row.Freshen(post, now);
        await renewing.RunAsync(keeping.Renewed, cancellation);
        await counting.WriteAsync(cancellation);
        await db.SaveChangesAsync(cancellation);
    }
}
