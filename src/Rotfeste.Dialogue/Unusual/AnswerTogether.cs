using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Numbers;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Unusual;

/// <summary>
/// Answer the ticked conversations with the agreed text, each in its own thread and in the sender's own name, with the same time to regret as
/// any answer. Where something new came, or the text does not fit, it is left for a person.
/// </summary>
internal sealed class AnswerTogether(
    AppDb db, UnusualReading reading, ConversationDoor door, UsableChannels channels, AnswerSigning signing, AnswerCheck check, AskedPost asked,
    SendingCheck sending, AnswerOrdering ordering, CurrentCaller caller)
{
    private const int Most = 50;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(
        "/unusual/answers", (IFormCollection form, AnswerTogether use, CancellationToken cancellation) => use.HandleAsync(form, cancellation))
        .RequireAuthorization(Access.Answer);

    private async Task<IResult> HandleAsync(IFormCollection form, CancellationToken cancellation)
    {
        var me = caller.Required;
        if (await reading.NowAsync(cancellation) is not { Agreed.Length: > 0 } now)
            return Answer.SeeOther(me.To("unusual"));

        var (sent, left) = (0, 0);
        foreach (var id in form["conversation"].Take(Most))
        {
            var isSent = Guid.TryParse(id, out var conversation)
                && int.TryParse(form.Text($"seen-{id}"), NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
                && await OneAsync(conversation, AnswerText.Clean(now.Agreed), seen, cancellation);
            (sent, left) = isSent ? (sent + 1, left) : (sent, left + 1);
        }

        return Answer.SeeOther(me.To(string.Create(CultureInfo.InvariantCulture, $"unusual?sent={sent}&left={left}")));
    }

    private async Task<bool> OneAsync(Guid id, string text, int seen, CancellationToken cancellation)
    {
        var me = caller.Required;
        if (await door.FindAsync(id, cancellation) is not { State: ConversationState.WaitingForUs, IsSending: false } conversation
            || conversation.LastNumber != seen)
            return false;

        var sight = await channels.OfAsync(me, cancellation);
        var question = await asked.OfAsync(conversation, cancellation);
        var signature = await signing.OfAsync(me, conversation, question, cancellation);
        if (signature.MustAsk || check.Of(conversation, sight, question, text, signature.Text).Count > 0
            || (await sending.FindAsync(conversation, me.Person, text, cancellation)).Any(f => f.OnSending == Matching.Numbers.Sending.Refused))
            return false;

        try
        {
            return await ordering.OrderAsync(conversation, new AnswerInput(text, signature.Text, seen), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody was a moment earlier: it is theirs.
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
