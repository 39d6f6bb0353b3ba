using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.SecondLooks;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Newcomers;

/// <summary>Rules by organisation; null where nothing was set.</summary>
internal sealed class KeptNewcomerRules(RowVersions versions, IClock clock) : Kept<OrganisationId, NewcomerRule?>(versions, clock, typeof(NewcomerRule));

/// <summary>An answer of somebody new that a colleague shall look at first.</summary>
/// <param name="Conversation">Where it is written.</param>
/// <param name="Number">Which of their answers it is, from 1.</param>
/// <param name="Of">So many are looked at.</param>
internal sealed record NewcomerTurn(ConversationId Conversation, int Number, int Of);

/// <summary>Whether a colleague shall look first. Only the writer is told; who is new is said to nobody else.</summary>
internal sealed class NewcomerCheck(AppDb db, KeptNewcomerRules kept, LookReading looks)
{
    /// <summary>How many answers are looked at; 0 where it is off.</summary>
    public async Task<int> AnswersAsync(CancellationToken cancellation)
    {
        var organisation = db.Current.Value ?? throw new InvalidOperationException("A rule belongs to an organisation.");
        var rule = await kept.GetAsync(db, organisation, async () => await db.Set<NewcomerRule>().AsNoTracking().FirstOrDefaultAsync(cancellation));
        return rule?.Answers ?? 0;
    }

    /// <summary>Null where the text may go: the rule is off or behind them, a colleague finds the text good, or there is nobody to ask.</summary>
    public async Task<NewcomerTurn?> OfAsync(Conversation conversation, PersonId writer, string text, CancellationToken cancellation)
    {
        var most = await AnswersAsync(cancellation);
        if (most == 0)
            return null;

        var given = await db.Set<WrittenAnswer>()
            .Where(a => a.By == writer && (a.State == AnswerState.Sent || a.State == AnswerState.Ordered)).Take(most).CountAsync(cancellation);
        return given >= most
            || await looks.IsFoundGoodAsync(conversation.Id, writer, text, cancellation)
            || (await looks.ReadersAsync(conversation, writer, cancellation)).Count == 0
            ? null
            : new NewcomerTurn(conversation.Id, given + 1, most);
    }
}
