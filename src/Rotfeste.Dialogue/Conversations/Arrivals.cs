using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Contexts;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Dialogue.Followings;
using Rotfeste.Dialogue.Splits;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Dialogue.Conversations;

/// <summary>Puts a post of the other side into its conversation, and opens one where there is none.</summary>
internal sealed class Arrivals(AppDb db, FactLog facts, DueWork due, DueTimes times, Followers followers, Whereabouts whereabouts, BranchReading branches, Changes changes, IClock clock)
{
    /// <summary>In the caller's unit of work. A post that is in a conversation already stays there.</summary>
    /// <param name="post">What was written.</param>
    /// <param name="channel">The account it came to.</param>
    /// <param name="asked">Since when it waits for us, where that is not when it was written.</param>
    /// <param name="cancellation">To stop it.</param>
    public async Task<ConversationId> ReceiveAsync(StoredPost post, ChannelId channel, Instant? asked, CancellationToken cancellation)
    {
        var organisation = db.Current.Value ?? throw new InvalidOperationException("A conversation belongs to an organisation.");
        if (await db.Set<ConversationPost>().FindAsync([organisation, post.Id], cancellation) is { } known)
            return known.Conversation;

        var home = await FindAsync(post, channel, cancellation);
        var conversation = home is null ? null : await whereabouts.OfAsync(home, cancellation);
        if (conversation is null)
        {
            home = conversation = Conversation.Open(ConversationId.New(), organisation, channel, RootOf(post), post.AuthorKey);
            db.Add(conversation);
            facts.Tell(new ConversationOpened(organisation, conversation.Id, channel, post.Post.CreatedAt));
        }
        else
        {
            await followers.TellAsync(conversation, [], cancellation);
        }

        // A network's time may lie ahead of ours: nobody waits from the future.
        conversation.Receive(post.Id, Instant.Min(asked ?? post.Post.CreatedAt, clock.GetCurrentInstant()), home!, out var reopened);
        facts.Tell(new ConversationEnquired(organisation, conversation.Id, post.Post.CreatedAt, reopened));
        if (!conversation.IsByHand)
        {
            var job = new FetchContextJob(organisation, conversation.Id);
            await due.ScheduleAsync(job, clock.GetCurrentInstant(), job.Key, cancellation);
        }

        await times.SetAsync(conversation, cancellation);
        changes.Tell(conversation);
        return conversation.Id;
    }

    /// <summary>Gives what was received to whoever took it up; nobody loses it by that. In the caller's unit of work.</summary>
    public async Task TakeAsync(ConversationId id, PersonId by, CancellationToken cancellation)
    {
        var conversation = db.Set<Conversation>().Local.FirstOrDefault(c => c.Id == id)
            ?? await db.Set<Conversation>().Include(c => c.Posts).FirstAsync(c => c.Id == id, cancellation);
        conversation.Take(by, clock.GetCurrentInstant());
    }

    private async Task<Conversation?> FindAsync(StoredPost post, ChannelId channel, CancellationToken cancellation)
    {
        var root = RootOf(post);
        var thread = db.Set<Conversation>().Local
            .FirstOrDefault(c => c.Channel == channel && c.RootUri == root && c.AuthorKey == post.AuthorKey && c.Branch.Length == 0)
            ?? await db.Set<Conversation>().Include(c => c.Posts)
                .FirstOrDefaultAsync(c => c.Channel == channel && c.RootUri == root && c.AuthorKey == post.AuthorKey && c.Branch == "", cancellation);
        return thread is { HasBranches: true } ? await branches.ChooseAsync(thread, post, cancellation) : thread;
    }

    private static string RootOf(StoredPost post) => post.Post.ReplyRoot?.Uri ?? post.Post.Uri;
}
