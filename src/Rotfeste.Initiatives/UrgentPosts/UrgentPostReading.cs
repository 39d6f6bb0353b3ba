using Microsoft.EntityFrameworkCore;
using Rotfeste.Channels.Contracts;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Carriers;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Initiatives.UrgentPosts;

/// <summary>What was sent as urgent, for screens.</summary>
internal sealed class UrgentPostReading(
    AppDb db, CurrentCaller caller, UrgentPostNotices notices, ConnectedChannels channels, Items items, Colleagues colleagues)
{
    public async Task<UrgentPost?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var item = ItemId.From(id);
        return await db.Set<UrgentPost>().FirstOrDefaultAsync(p => p.Item == item, cancellation);
    }

    /// <summary>Whoever sent it tells, or the leader; what was told is put in better words by whoever told it.</summary>
    public async Task<bool> MayExplainAsync(UrgentPost post, CancellationToken cancellation) => post.Explanation.Length > 0
        ? post.ExplainedBy == caller.Required.Person
        : await IsExpectedAsync(post, cancellation);

    /// <summary>Whoever sent it, or the leader.</summary>
    public async Task<bool> IsExpectedAsync(UrgentPost post, CancellationToken cancellation) =>
        post.By == caller.Required.Person || await IsLeaderAsync(post, cancellation);

    /// <summary>Words are erased by whoever wrote them, or by the leader: there may be somebody else's name among them.</summary>
    public async Task<bool> MayEraseAsync(UrgentPost post, CancellationToken cancellation) =>
        post.Explanation.Length > 0 && (post.ExplainedBy == caller.Required.Person || await IsLeaderAsync(post, cancellation));

    /// <summary>Newest first: those of the initiative, and those of a channel that has since been given to it.</summary>
    public async Task<IReadOnlyList<UrgentPostView>> OfAsync(Initiative initiative, CancellationToken cancellation)
    {
        var id = initiative.Id;
        var carried = db.Set<CarriedChannel>().Where(c => c.Initiative == id).Select(c => c.Channel);
        var posts = await db.Set<UrgentPost>().AsNoTracking()
            .Where(p => p.Initiative == id || (p.Initiative == null && carried.Contains(p.Channel)))
            .OrderByDescending(p => p.At).ToListAsync(cancellation);
        var views = new List<UrgentPostView>();
        foreach (var post in posts)
            views.Add(await ReadAsync(post, cancellation));
        return views;
    }

    public async Task<UrgentPostView> ReadAsync(UrgentPost post, CancellationToken cancellation)
    {
        var people = await colleagues.FindAsync([.. new PersonId?[] { post.By, post.ExplainedBy }.OfType<PersonId>().Distinct()], cancellation);
        var item = (await items.FindAsync([post.Item], cancellation)).GetValueOrDefault(post.Item);
        return new UrgentPostView(
            caller.Required.To($"urgent-posts/{post.Item}"),
            (await channels.AllAsync(cancellation)).FirstOrDefault(c => c.Id == post.Channel)?.Handle,
            item?.WebLink,
            people.GetValueOrDefault(post.By)?.Name ?? "",
            post.At,
            post.Explanation,
            post.ExplainedBy is { } by ? people.GetValueOrDefault(by)?.Name : null,
            post.ExplainedAt,
            post.CorrectedAt,
            await StepOfAsync(post, cancellation));
    }

    private async Task<string?> StepOfAsync(UrgentPost post, CancellationToken cancellation)
    {
        if (post.Explanation.Length == 0)
            return await MayExplainAsync(post, cancellation) ? "Explain" : null;
        return await MayEraseAsync(post, cancellation) ? "Change" : null;
    }

    private async Task<bool> IsLeaderAsync(UrgentPost post, CancellationToken cancellation) =>
        await notices.LeaderOfAsync(post, cancellation) == caller.Required.Person;
}
