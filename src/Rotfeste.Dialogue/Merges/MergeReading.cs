using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Listening.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Merges;

/// <summary>The steps by which others went into open conversations.</summary>
internal sealed class KeptMerges(RowVersions versions, IClock clock) : Kept<ConversationId, IReadOnlyList<Merge>>(versions, clock, typeof(Merge));

/// <summary>Reads what stands over a conversation that others went into, and over one that went into another.</summary>
internal sealed class MergeReading(AppDb db, KeptMerges kept, Whereabouts whereabouts, ConversationDoor door, AskedPost asked, Colleagues colleagues, CurrentCaller caller)
{
    /// <summary>None where nothing went into it.</summary>
    public async Task<IReadOnlyList<MergeLineView>> LinesAsync(
        Conversation conversation, ThreadPlaces places, IReadOnlyList<WrittenAnswer> answers, CancellationToken cancellation)
    {
        if (!conversation.HasParts)
            return [];

        var merges = await kept.GetAsync(db, conversation.Id, async () => await db.Set<Merge>().AsNoTracking()
            .Where(m => m.Into == conversation.Id && m.UndoneAt == null).OrderBy(m => m.At).ToListAsync(cancellation));
        var people = await colleagues.FindAsync([.. merges.Select(m => m.By).Distinct()], cancellation);
        var mayAnswer = caller.Required.May.Contains(Access.Answer);
        return [.. merges.Select(m => new MergeLineView(
            m.Id, people.GetValueOrDefault(m.By)?.Name ?? "?", m.At, places.Of(m.From), mayAnswer && m.MayPart(conversation, answers)))];
    }

    /// <summary>Null where it went into none.</summary>
    public async Task<PartOfView?> PartOfAsync(Conversation conversation, CancellationToken cancellation)
    {
        if (conversation.MergedInto is not { } into)
            return null;

        var id = await whereabouts.OfAsync(into, cancellation);
        var there = await door.LookAsync(id.Value, cancellation);
        var question = there is null ? null : await asked.OfAsync(there, cancellation);
        return new PartOfView(id.Value, question is null ? null : NetworkNames.Of(question.Author));
    }
}

/// <summary>The threads of a conversation that is held in several, as people call them; empty for one that is held in one.</summary>
internal sealed class ThreadPlaces
{
    private readonly Dictionary<ConversationId, PlaceView> byHome = [];
    private readonly Dictionary<string, PlaceView> byRoot = new(StringComparer.Ordinal);
    private readonly Dictionary<PostId, ConversationId> homes = [];

    public static ThreadPlaces Of(Conversation conversation, IReadOnlyList<ThreadPlace> threads, ChannelSight sight, string network)
    {
        var places = new ThreadPlaces();
        if (threads.Count < 2)
            return places;

        foreach (var post in conversation.Posts)
            places.homes[post.Post] = post.Home ?? conversation.Id;
        foreach (var thread in threads)
        {
            var here = conversation.Posts.Where(p => places.homes[p.Post] == thread.Home).ToList();
            if (here.Count == 0)
                continue;
            var account = sight.CardOf(thread.Channel) is { } card ? $"@{card.Handle}" : NetworkNames.Of(network);
            places.byHome[thread.Home] = new PlaceView(account, here.Min(p => p.At));
            places.byRoot.TryAdd(thread.RootUri, places.byHome[thread.Home]);
        }

        return places;
    }

    public PlaceView? Of(ConversationId home) => byHome.GetValueOrDefault(home);

    /// <summary>Where a post stands; null where there is one thread only.</summary>
    public PlaceView? Of(StoredPost stored) =>
        Of((PostId?)stored.Id) ?? byRoot.GetValueOrDefault(stored.Post.ReplyRoot?.Uri ?? stored.Post.Uri);

    /// <summary>Where the post stands that an answer goes to.</summary>
    public PlaceView? Of(PostId? answered) => answered is { } post && homes.TryGetValue(post, out var home) ? Of(home) : null;

    /// <summary>It began a thread.</summary>
    public bool IsFirst(NetworkPost post) => post.ReplyRoot is null && byRoot.ContainsKey(post.Uri);
}
