using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Pictures;

/// <summary>All pictures of conversations that are open, in the order they were laid.</summary>
internal sealed class KeptPictures(RowVersions versions, IClock clock)
    : Kept<ConversationId, IReadOnlyList<AnswerPicture>>(versions, clock, typeof(AnswerPicture));

/// <summary>The pictures that a person has laid beside a draft, and those of answers.</summary>
internal sealed class LaidPictures(AppDb db, KeptPictures kept)
{
    /// <summary>Beside the person's draft, in the order they were laid.</summary>
    public async Task<IReadOnlyList<AnswerPicture>> OfDraftAsync(ConversationId conversation, PersonId person, CancellationToken cancellation) =>
        [.. (await AllAsync(conversation, cancellation)).Where(p => p.Person == person && p.Answer is null)];

    /// <summary>All that went with answers of conversations.</summary>
    public async Task<ILookup<AnswerId, AnswerPicture>> OfAnswersAsync(IEnumerable<ConversationId> conversations, CancellationToken cancellation)
    {
        var all = new List<AnswerPicture>();
        foreach (var conversation in conversations)
            all.AddRange(await AllAsync(conversation, cancellation));
        return all.Where(p => p.Answer is not null).ToLookup(p => p.Answer!.Value);
    }

    /// <summary>Has what lies beside the draft go with an answer, in the caller's unit of work.</summary>
    public async Task<IReadOnlyList<ItemPicture>> SendAsync(ConversationId conversation, PersonId person, AnswerId answer, CancellationToken cancellation)
    {
        var laid = await db.Set<AnswerPicture>().Where(p => p.Conversation == conversation && p.Person == person && p.Answer == null)
            .OrderBy(p => p.Id).ToListAsync(cancellation);
        laid.ForEach(p => p.GoWith(answer));
        return laid.ConvertAll(p => p.ToItem());
    }

    /// <summary>Lays an answer's pictures beside the draft again, in the caller's unit of work.</summary>
    public async Task PutBackAsync(AnswerId answer, CancellationToken cancellation)
    {
        foreach (var picture in await db.Set<AnswerPicture>().Where(p => p.Answer == answer).ToListAsync(cancellation))
            picture.ComeBack();
    }

    private ValueTask<IReadOnlyList<AnswerPicture>> AllAsync(ConversationId conversation, CancellationToken cancellation) =>
        kept.GetAsync(db, conversation, async () => await db.Set<AnswerPicture>().AsNoTracking()
            .Where(p => p.Conversation == conversation).OrderBy(p => p.Id).ToListAsync(cancellation));
}
