using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Dialogue.Turns;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.SecondLooks;

/// <summary>Who was asked to look in a conversation.</summary>
internal sealed class KeptLooks(RowVersions versions, IClock clock)
    : Kept<ConversationId, IReadOnlyList<SecondLook>>(versions, clock, typeof(SecondLook));

/// <summary>Reads what colleagues say about a draft, and who can be asked.</summary>
internal sealed class LookReading(AppDb db, KeptLooks kept, ChannelPeople people, Colleagues colleagues)
{
    /// <summary>What stands under the text that <paramref name="writer"/> writes.</summary>
    public async Task<LooksView> OfDraftAsync(Conversation conversation, PersonId writer, string text, CancellationToken cancellation)
    {
        var looks = (await AllAsync(conversation.Id, cancellation)).Where(l => l.Writer == writer && l.State != LookState.NoNeed).ToList();
        var named = await colleagues.FindAsync([.. looks.Select(l => l.Reader)], cancellation);
        var draft = AnswerText.Clean(text);
        return new LooksView(
            await MayAskAsync(writer, cancellation),
            [.. looks.OrderByDescending(l => l.At).Select(l => new LookView(
                l.Id, l.State.ToString(), named.GetValueOrDefault(l.Reader)?.Name ?? "", l.At, l.Comment,
                l.Suggested.Length == 0 ? [] : Difference.Of(l.Words, l.Suggested), draft != l.Words && draft != l.Suggested))]);
    }

    /// <summary>Those who may answer from the conversation's account, but its writer, by name.</summary>
    public async Task<IReadOnlyList<ColleagueView>> ReadersAsync(Conversation conversation, PersonId writer, CancellationToken cancellation)
    {
        var able = (await people.WhoMayAnswerAsync(conversation.Channel, cancellation)).ToHashSet();
        return [.. (await colleagues.WhoMayAnswerAsync(cancellation)).Where(c => c.Person != writer && able.Contains(c.Person))
            .Select(c => new ColleagueView(c.Person.Value, c.Name, c.UnitName))];
    }

    /// <summary>Somebody finds exactly these words of the writer good.</summary>
    public async Task<bool> IsFoundGoodAsync(ConversationId conversation, PersonId writer, string text, CancellationToken cancellation) =>
        (await AllAsync(conversation, cancellation)).Any(l => l.Writer == writer && l.FindsGood(text));

    // Whom exactly is asked when one asks; here it is enough that there may be somebody.
    private async Task<bool> MayAskAsync(PersonId writer, CancellationToken cancellation) =>
        (await colleagues.WhoMayAnswerAsync(cancellation)).Any(c => c.Person != writer);

    private ValueTask<IReadOnlyList<SecondLook>> AllAsync(ConversationId conversation, CancellationToken cancellation) =>
        kept.GetAsync(db, conversation, async () =>
            await db.Set<SecondLook>().AsNoTracking().Where(l => l.Conversation == conversation).ToListAsync(cancellation));
}
