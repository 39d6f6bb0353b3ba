using Microsoft.EntityFrameworkCore;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Notes;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Words;

/// <summary>Finds conversations by words: in what people wrote to us, in our answers and in our notes; the newest finds of each.</summary>
internal sealed class WordSearch(AppDb db, Posts posts, Whereabouts whereabouts)
{
    private const int Most = 400;

    public static FullText Answers { get; } = new("dialogue_answers", "Id", "WrittenAt", "Text");

    public static FullText Notes { get; } = new("dialogue_notes", "Id", "At", "Text");

    public async Task<IReadOnlyList<ConversationId>> FindAsync(string words, CancellationToken cancellation)
    {
        // The key begins with the organisation, so it is named once more than the wall needs.
        var organisation = db.Current.Value ?? throw new InvalidOperationException("Words are searched for in one organisation.");
        var inPosts = await posts.SearchAsync(words, Most, cancellation);
        var inAnswers = (await Answers.SearchAsync(db, words, Most, cancellation)).Select(AnswerId.From).ToList();
        var inNotes = await Notes.SearchAsync(db, words, Most, cancellation);
        var found = new HashSet<ConversationId>();
        if (inPosts.Count > 0)
            found.UnionWith(await db.Set<ConversationPost>().Where(p => p.Organisation == organisation && inPosts.Contains(p.Post)).Select(p => p.Conversation).ToListAsync(cancellation));
        if (inAnswers.Count > 0)
            found.UnionWith(await GoneOnAsync(db.Set<WrittenAnswer>().Where(a => inAnswers.Contains(a.Id)).Select(a => a.Conversation), cancellation));
        if (inNotes.Count > 0)
            found.UnionWith(await GoneOnAsync(db.Set<Note>().Where(n => inNotes.Contains(n.Id) && n.RemovedAt == null).Select(n => n.Conversation), cancellation));
        return [.. found];
    }

    // What we said in a conversation that went into another is found in that one.
    private async Task<IReadOnlyList<ConversationId>> GoneOnAsync(IQueryable<ConversationId> said, CancellationToken cancellation)
    {
        var ids = new List<ConversationId>();
        foreach (var found in await said.Join(db.Set<Conversation>(), id => id, c => c.Id, (_, c) => new { c.Id, c.MergedInto }).ToListAsync(cancellation))
            ids.Add(found.MergedInto is { } into ? await whereabouts.OfAsync(into, cancellation) : found.Id);
        return ids;
    }
}
