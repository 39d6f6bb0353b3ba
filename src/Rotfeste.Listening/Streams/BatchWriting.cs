using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Listening.Addressing;
using Rotfeste.Listening.Authors;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Posts;
using Rotfeste.Listening.Volumes;
using Rotfeste.Listening.Watching;
using Rotfeste.Platform;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Streams;

/// <summary>
/// Writes a batch of finds and the cursor in one transaction: after a crash either both are there or neither, and what is
/// read again finds its rows in place.
/// </summary>
internal sealed class BatchWriting(
    AppDb db,
    Keeping keeping,
    Telling telling,
    Erasing erasing,
    MentionFinding mentions,
    Counting counting,
    Renewing renewing,
    WatchKeeper watch,
    NamingSignal naming,
    IClock clock)
{
    public const string Stream = "bluesky";

    /// <param name="finds">In the order of the stream.</param>
    /// <param name="storedUs">Up to where the stream is stored with this batch; null leaves the cursor.</param>
    /// <param name="cancellation">Stops before the commit, never in it.</param>
    public async Task WriteAsync(IReadOnlyList<Find> finds, long? storedUs, CancellationToken cancellation)
    {
        FaultPoint.Pass("stream-before-batch");
        db.Current.ChooseWholeInstallation();
        db.AfterCommit(naming.Set);

        // Saving looks for changes once; a look at each step would cost the square of the batch.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await db.WriteAsync(
            async () =>
            {
                await keeping.LoadAsync([.. finds.OfType<FoundPost>().Select(f => f.Post.Uri)], cancellation);
                foreach (var find in finds)
                    await TakeAsync(find, cancellation);
                await renewing.RunAsync(keeping.Renewed, cancellation);
                await counting.WriteAsync(cancellation);
                await MoveAsync(storedUs, cancellation);
                await db.SaveChangesAsync(cancellation);
            },
            cancellation);
        FaultPoint.Pass("stream-batch-stored");
    }

    private Task TakeAsync(Find find, CancellationToken cancellation) => find switch
    {
        FoundPost found => TakePostAsync(found, cancellation),
        GonePost gone => erasing.OfPostsAsync([gone.Uri], Contracts.ErasedBecause.Deleted, cancellation),
        GoneAuthor gone => erasing.OfAuthorsAsync([gone.Account], cancellation),
        RenamedAuthor renamed => RenameAsync(renamed, cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(find)),
    };

    private async Task TakePostAsync(FoundPost found, CancellationToken cancellation)
    {
        var organisations = found.Hits.Select(h => h.Organisation).Concat(found.Addressed.Select(a => a.Account.Organisation)).Distinct().ToList();
        foreach (var organisation in organisations)
            await TakePostAsync(found, organisation, cancellation);
        if (!found.IsChange)
            return;
        foreach (var row in keeping.FindAll(found.Post.Uri))
            row.Change(found.Post, found.SeenUs);
    }

    private async Task TakePostAsync(FoundPost found, OrganisationId organisation, CancellationToken cancellation)
    {
        var isOurs = watch.Current.IsOurs(organisation, found.Post.Author.Account);
        var post = await keeping.KeepAsync(organisation, found.Post, isOurs, cancellation);
        if (!found.IsChange)
            post.SeeAt(found.SeenUs);
        await mentions.FindAsync(
            post, [.. found.Hits.Where(h => h.Organisation == organisation).Select(h => h.Search)], cancellation);
        foreach (var addressed in found.Addressed.Where(a => a.Account.Organisation == organisation))
            await telling.TellAsync(post, addressed.Account.Channel, addressed.Kind, cancellation);
    }

    private async Task RenameAsync(RenamedAuthor renamed, CancellationToken cancellation)
    {
        var rows = await db.Set<KeptPost>().Where(p => p.AuthorAccount == renamed.Account).ToListAsync(cancellation);
        foreach (var row in rows.Where(p => !p.AwaitsName))
            row.Name(renamed.Handle, row.AuthorName);
    }

    private async Task MoveAsync(long? storedUs, CancellationToken cancellation)
    {
        if (storedUs is not { } upTo)
            return;
        var cursor = await db.Set<StreamCursor>().FirstOrDefaultAsync(c => c.Stream == Stream, cancellation);
        if (cursor is null)
            db.Add(cursor = new StreamCursor { Stream = Stream });
        // A network whose clock ran ahead must not make us pass over what comes before that time: reading a little again does no harm.
        cursor.StoredUs = Math.Max(cursor.StoredUs, Math.Min(upTo, clock.GetCurrentInstant().ToUnixTimeTicks() / 10));
    }
}
