using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Dialogue.Archives;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;

namespace Rotfeste.Dialogue.Keepings;

/// <summary>Keeps, for the archive alone, what its author deletes, where the organisation has chosen so; and lets it go.</summary>
internal sealed class KeepDeletedWords(AppDb db, LedgerWriter ledger, IClock clock)
{
    public static BeforeErasure Slot { get; } = new((services, organisation, posts, because, cancellation) =>
        services.GetRequiredService<KeepDeletedWords>().KeepAsync(organisation, posts, because, cancellation));

    /// <summary>The words kept of one conversation, the oldest first.</summary>
    public async Task<IReadOnlyList<DeletedWords>> OfAsync(ConversationId conversation, CancellationToken cancellation) =>
        await db.Set<DeletedWords>().AsNoTracking().Where(w => w.Conversation == conversation).OrderBy(w => w.At).ToListAsync(cancellation);

    /// <summary>Lets them go, in the caller's unit of work: the archive has them, is not to have them, or their author asked.</summary>
    public async Task LetGoAsync(IReadOnlyCollection<ConversationId> conversations, CancellationToken cancellation) =>
        db.RemoveRange(await db.Set<DeletedWords>().Where(w => conversations.Contains(w.Conversation)).ToListAsync(cancellation));

    /// <summary>All of them: the organisation has no ground for it any more.</summary>
    public async Task LetAllGoAsync(CancellationToken cancellation) => db.RemoveRange(await db.Set<DeletedWords>().ToListAsync(cancellation));

    // The organisation is named in each question: whoever erases may be serving all of them.
    private async Task KeepAsync(OrganisationId organisation, IReadOnlyList<StoredPost> posts, ErasedBecause because, CancellationToken cancellation)
    {
        if (because is not (ErasedBecause.Deleted or ErasedBecause.AccountGone)
            || !await db.Set<KeepingRule>().AnyAsync(r => r.Organisation == organisation && r.KeepsDeleted, cancellation))
            return;

        var theirs = posts.Where(p => !p.IsOurs && p.Erased is null).ToDictionary(p => p.Id);
        var ids = theirs.Keys.ToList();
        var flagged = await db.Set<ConversationPost>().Where(p => p.Organisation == organisation && ids.Contains(p.Post))
            .Where(p => db.Set<ArchiveFlag>().Any(f => f.Organisation == organisation && f.Conversation == p.Conversation && f.RemovedAt == null))
            .Where(p => !db.Set<DeletedWords>().Any(w => w.Organisation == organisation && w.Post == p.Post))
            .Select(p => new { p.Post, p.Conversation }).ToListAsync(cancellation);
        foreach (var one in flagged)
        {
            var post = theirs[one.Post].Post;
            db.Add(new DeletedWords
            {
                Organisation = organisation, Post = one.Post, Conversation = one.Conversation, Name = post.Author.DisplayName,
                Handle = post.Author.Handle, Text = post.Text, At = clock.GetCurrentInstant(),
            });
            ledger.Write(organisation, "deleted-words-kept", null, new { conversation = one.Conversation.Value, post = one.Post.Value });
        }
    }
}
