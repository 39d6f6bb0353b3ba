using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.People.Memberships;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Live;

namespace Rotfeste.People.Notices;

/// <summary>Writes notices and plans their mail, in the caller's unit of work.</summary>
internal sealed class NoticeWriting(AppDb db, NoticeWords words, MailPlan mail, LiveTopics live, IClock clock)
{
    /// <summary>The live topic on which a person's count may have changed.</summary>
    public const string Topic = "notices";

    public async Task WriteAsync(IReadOnlyCollection<PersonId> people, Notice notice, CancellationToken cancellation)
    {
        words.MustKnow(notice.Kind);
        var organisation = db.Current.Value ?? throw new InvalidOperationException("Choose the organisation before telling its people.");
        var members = await db.Set<Membership>().Where(m => m.IsActive && people.Contains(m.Person))
            .Select(m => m.Person).ToListAsync(cancellation);
        var unread = await UnreadAsync(notice.Key, cancellation);
        var times = await mail.ForAsync(organisation, members, notice.Urgency, cancellation);
        var now = clock.GetCurrentInstant();
        foreach (var person in members)
        {
            if (unread.TryGetValue(person, out var standing))
                standing.Say(notice, times[person], now);
            else
                db.Add(WrittenNotice.Write(organisation, person, notice, times[person], now));
        }

        live.AnnounceAfter(db, organisation, Topic);
    }

    public async Task TakeBackAsync(string key, CancellationToken cancellation)
    {
        db.RemoveRange((await UnreadAsync(key, cancellation)).Values);
        if (db.Current.Value is { } organisation)
            live.AnnounceAfter(db, organisation, Topic);
    }

    // Also what this very unit of work has written.
    private async Task<Dictionary<PersonId, WrittenNotice>> UnreadAsync(string? key, CancellationToken cancellation)
    {
        if (key is null)
            return [];
        await db.Set<WrittenNotice>().Where(n => n.Key == key && n.ReadAt == null).LoadAsync(cancellation);
        return db.Set<WrittenNotice>().Local
            .Where(n => n.Key == key && n.ReadAt is null && db.Entry(n).State != EntityState.Deleted)
            .GroupBy(n => n.Person).ToDictionary(g => g.Key, g => g.First());
    }
}
