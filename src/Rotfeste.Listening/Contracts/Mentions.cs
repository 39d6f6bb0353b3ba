using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Tips;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Contracts;

/// <summary>What the upper rooms do with a mention.</summary>
public sealed class Mentions
{
    private readonly AppDb db;
    private readonly TipNews tips;
    private readonly IClock clock;

    internal Mentions(AppDb db, TipNews tips, IClock clock) => (this.db, this.tips, this.clock) = (db, tips, clock);

    /// <summary>The post of a mention, or null when there is no such mention.</summary>
    public Task<PostId?> PostOfAsync(MentionId mention, CancellationToken cancellation) =>
        db.Set<Mention>().AsNoTracking().Where(m => m.Id == mention).Select(m => (PostId?)m.Post).FirstOrDefaultAsync(cancellation);

    /// <summary>Order: the mention was taken into dialogue. Written in the caller's unit of work; an unknown mention changes nothing.</summary>
    public async Task MarkTakenAsync(MentionId mention, CancellationToken cancellation)
    {
        var row = await db.Set<Mention>().FirstOrDefaultAsync(m => m.Id == mention, cancellation);
        if (row is null || row.TakenAt is not null)
            return;
        row.MarkTaken(clock.GetCurrentInstant());
        await tips.TellAsync(mention, TipNews.Taken, cancellation);
    }
}
