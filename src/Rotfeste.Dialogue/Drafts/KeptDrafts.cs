using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Drafts;

/// <summary>Keeps and gives back what people are writing, in the caller's unit of work.</summary>
internal sealed class KeptDrafts(AppDb db, IClock clock)
{
    /// <summary>Keeps the text; an empty one is no draft.</summary>
    public async Task KeepAsync(ConversationId conversation, PersonId person, string text, CancellationToken cancellation)
    {
        var draft = await FindAsync(conversation, person, cancellation);
        if (text.Trim().Length == 0)
        {
            if (draft is not null)
                db.Remove(draft);
            return;
        }

        if (draft is null)
            db.Add(draft = Draft.Of(db.Current.Value ?? default, conversation, person));
        draft.Keep(text, clock.GetCurrentInstant());
    }

    /// <summary>Puts a text back; what was begun meanwhile stands after it.</summary>
    public async Task PutBackAsync(ConversationId conversation, PersonId person, string text, CancellationToken cancellation)
    {
        var begun = (await FindAsync(conversation, person, cancellation))?.Text.Trim() ?? "";
        await KeepAsync(conversation, person, begun.Length == 0 ? text : $"{text}\n\n{begun}", cancellation);
    }

    private async Task<Draft?> FindAsync(ConversationId conversation, PersonId person, CancellationToken cancellation) =>
        await db.Set<Draft>().FirstOrDefaultAsync(d => d.Conversation == conversation && d.Person == person, cancellation);
}
