using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Drafts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.SecondLooks;

/// <summary>Ask a colleague to look at what one has written, and take over what they suggest. What is typed is kept as the draft on the way.</summary>
internal sealed class AskForLook(
    AppDb db, LookReading reading, KeptDrafts drafts, Notify notify, CurrentCaller caller, IStringLocalizer<Texts> texts, IClock clock)
{
    public static NoticeKind Asked { get; } = NoticeKind.Of<Texts>("look-asked", "Notice.Asked");

    public static string KeyOf(Guid look) => $"look {look}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/inbox/{id:guid}/look", (Guid id, AskForLook use, ConversationDoor door, CancellationToken cancellation) =>
            door.OnWhatStandsAsync(id, c => use.ShowAsync(c, cancellation), cancellation)).RequireAuthorization(Access.Answer);
        routes.MapPost("/conversations/{id:guid}/look-draft", (Guid id, IFormCollection form, AskForLook use, ConversationDoor door, CancellationToken cancellation) =>
            door.OnWhatStandsAsync(id, c => use.KeepAsync(c, AnswerText.Clean(form["text"]), $"inbox/{id}/look", cancellation), cancellation))
            .RequireAuthorization(Access.Answer);
        routes.MapPost("/conversations/{id:guid}/looks", (Guid id, IFormCollection form, AskForLook use, ConversationDoor door, CancellationToken cancellation) =>
            door.OnWhatStandsAsync(id, c => use.AskAsync(c, form, cancellation), cancellation)).RequireAuthorization(Access.Answer);
        routes.MapPost("/conversations/{id:guid}/look-words", (Guid id, IFormCollection form, AskForLook use, ConversationDoor door, CancellationToken cancellation) =>
            door.OnWhatStandsAsync(id, c => use.TakeOverAsync(c, form, cancellation), cancellation)).RequireAuthorization(Access.Answer);
    }

    private async Task<IResult> ShowAsync(Conversation conversation, CancellationToken cancellation)
    {
        var me = caller.Required.Person;
        var draft = await db.Set<Draft>().AsNoTracking().FirstOrDefaultAsync(d => d.Conversation == conversation.Id && d.Person == me, cancellation);
        return Answer.Page<LookRequestPage>((nameof(LookRequestPage.View), new LookRequestView(
            conversation.Id.Value, draft?.Text ?? "", "", null, await reading.ReadersAsync(conversation, me, cancellation), [])));
    }

    private async Task<IResult> AskAsync(Conversation conversation, IFormCollection form, CancellationToken cancellation)
    {
        var (me, text, doubt) = (caller.Required, AnswerText.Clean(form["text"]), form.Text("doubt"));
        var readers = await reading.ReadersAsync(conversation, me.Person, cancellation);
        var reader = readers.FirstOrDefault(r => Guid.TryParse(form.Text("reader"), out var chosen) && r.Person == chosen);
        List<Refusal> refusals = [.. Check(text, doubt, reader is not null)];
        if (refusals.Count > 0)
        {
            return Answer.Refused<LookRequestPage>((nameof(LookRequestPage.View), new LookRequestView(
                conversation.Id.Value, Shortened.Of(text, AnswerText.Longest), doubt, reader?.Person, readers, refusals)));
        }

        var asked = PersonId.From(reader!.Person);
        var look = await db.Set<SecondLook>().FirstOrDefaultAsync(
            l => l.Conversation == conversation.Id && l.Writer == me.Person && l.Reader == asked, cancellation);
        if (look is null)
            db.Add(look = SecondLook.Of(conversation, me.Person, asked));
        look.Ask(text, doubt, clock.GetCurrentInstant());
        await notify.TellAsync(asked, new Notice(Asked.Name, [me.Name], $"looks/{look.Id}", NoticeUrgency.Urgent, KeyOf(look.Id)), cancellation);
        return await KeepAsync(conversation, text, $"inbox/{conversation.Id}", cancellation);
    }

    private IEnumerable<Refusal> Check(string text, string doubt, bool hasReader)
    {
        if (text.Length == 0)
            yield return new Refusal("text", texts["Refused.Empty"]);
        if (text.Length > AnswerText.Longest)
            yield return new Refusal("text", texts["Refused.Long", AnswerText.Longest]);
        if (doubt.Length > SecondLook.LongestComment)
            yield return new Refusal("doubt", texts["Refused.Long", SecondLook.LongestComment]);
        if (!hasReader)
            yield return new Refusal("reader", texts["Refused.Nobody"]);
    }

    // What was written since the colleague saw it is not lost: the colleague's words stand after it.
    private async Task<IResult> TakeOverAsync(Conversation conversation, IFormCollection form, CancellationToken cancellation)
    {
        var (me, typed) = (caller.Required.Person, AnswerText.Clean(form["text"]));
        var look = Guid.TryParse(form.Text("look"), out var id)
            ? await db.Set<SecondLook>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == id && l.Conversation == conversation.Id && l.Writer == me, cancellation)
            : null;
        var whole = look switch
        {
            null or { Suggested: "" } => typed,
            _ when typed.Length == 0 || typed == look.Words || typed == look.Suggested => look.Suggested,
            _ => $"{typed}\n\n{look.Suggested}",
        };
        return await KeepAsync(conversation, whole, $"inbox/{conversation.Id}#f-text", cancellation);
    }

    private async Task<IResult> KeepAsync(Conversation conversation, string text, string next, CancellationToken cancellation)
    {
        if (text.Length <= AnswerText.Longest)
            await drafts.KeepAsync(conversation.Id, caller.Required.Person, text, cancellation);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(caller.Required.To(next));
    }
}
