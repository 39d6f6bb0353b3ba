using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Channels.Events;
using Rotfeste.Networks;
using Rotfeste.Networks.Mastodon.Statuses;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Channels.Mastodon;

/// <summary>Looks again at stored mentions, since not every server tells that one was changed or deleted: often at first, then ever less.</summary>
internal sealed class StatusChecks(AppDb db, MastodonCalls calls, FactLog facts, ChannelSettings settings, IClock clock)
{
    private const int MostAtOnce = 3;
    private const int FirstPolls = 12;
    private const int SlowingAfter = 10;
    private static readonly Duration Slowest = Duration.FromHours(6);
    private static readonly Duration Longest = Duration.FromDays(30);

    /// <summary>When a mention is looked at next; null when it is old enough to be left.</summary>
    /// <param name="storedAt">When it came. Later than now where a clock ran ahead: then nobody knows, and it is looked at seldom.</param>
    /// <param name="now">When it is asked.</param>
    /// <param name="settings">The pace of looking at all.</param>
    public static Instant? NextLook(Instant storedAt, Instant now, ChannelSettings settings)
    {
        var age = now - storedAt;
        if (age > Longest)
            return null;
        var first = Duration.FromTimeSpan(settings.Poll * FirstPolls);
        return now + (age < Duration.Zero ? Slowest : Duration.Min(Slowest, Duration.Max(first, age / SlowingAfter)));
    }

    /// <summary>Due, or planned for later than any look is: by a clock that ran ahead.</summary>
    public static Expression<Func<RawEvent, bool>> IsDue(Instant now)
    {
        var latest = now + Slowest;
        return e => e.CheckAt != null && (e.CheckAt <= now || e.CheckAt > latest);
    }

    /// <summary>A few that are due. Waits for the network: never inside a write.</summary>
    public async Task LookAsync(ChannelKey key, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var due = await db.Set<RawEvent>().Where(e => e.Channel == key.Channel).Where(IsDue(now))
            .OrderBy(e => e.CheckAt).Take(MostAtOnce).ToListAsync(cancellation);
        foreach (var row in due)
        {
            if (MastodonEvent.TryParse(row.Raw) is not { Status: { } before } kept)
            {
                row.LookAgain(null);
                continue;
            }

            var found = await calls.CallAsync(key, (client, token) => client.GetStatus(before.Id, token, cancellation), cancellation);
            if (!Take(row, kept, before, found))
                break;
        }

        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>False when the server does not answer now.</summary>
    private bool Take(RawEvent row, MastodonEvent kept, Status before, Answer<Status> found)
    {
        var now = clock.GetCurrentInstant();
        if (found.Failure is { Kind: not FailureKind.NotFound })
            return false;

        row.LookAgain(found.IsOk ? NextLook(row.StoredAt, now, settings) : null);
        if (!found.IsOk)
        {
            facts.Tell(new AccountEventGone(row.Organisation, row.Channel, row.Id, now));
        }
        else if (Differs(before, found.Value))
        {
            row.Change((kept with { Changed = found.Value.Raw }).ToJson());
            facts.Tell(new AccountEventChanged(row.Organisation, row.Channel, row.Id, now));
        }

        return true;
    }

    private static bool Differs(Status before, Status now) =>
        before.Text != now.Text || before.Warning != now.Warning || before.EditedAt != now.EditedAt || before.Visibility != now.Visibility;
}
