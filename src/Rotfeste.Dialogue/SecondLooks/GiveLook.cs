using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Asks;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Turns;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.SecondLooks;

/// <summary>What the colleague who is asked can do: find it good, say something, suggest words, or let it be without a reason.</summary>
internal sealed class GiveLook(
    AppDb db, ConversationDoor door, QuestionReading questions, Colleagues colleagues, Notify notify, CurrentCaller caller, IStringLocalizer<Texts> texts, IClock clock)
{
    public static NoticeKind Good { get; } = NoticeKind.Of<Texts>("look-good", "Notice.Good");

    public static NoticeKind Said { get; } = NoticeKind.Of<Texts>("look-said", "Notice.Said");

    public static NoticeKind NotNow { get; } = NoticeKind.Of<Texts>("look-not-now", "Notice.NotNow");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/looks/{id:guid}", (Guid id, GiveLook use, CancellationToken cancellation) =>
            use.OnWhatStandsAsync(id, (l, c) => use.ShowAsync(l, c, StatusCodes.Status200OK, l.Words, "", [], cancellation), cancellation)).RequireAuthorization(Access.Answer);
        routes.MapPost("/looks/{id:guid}/words", (Guid id, IFormCollection form, GiveLook use, CancellationToken cancellation) =>
            use.OnWhatStandsAsync(id, (l, c) => use.SayAsync(l, c, form, cancellation), cancellation)).RequireAuthorization(Access.Answer);
        routes.MapPost("/looks/{id:guid}/passing", (Guid id, GiveLook use, CancellationToken cancellation) =>
            use.OnWhatStandsAsync(id, (l, _) => use.PassAsync(l, cancellation), cancellation)).RequireAuthorization(Access.Answer);
    }

    // A draft is shown to the one whom its writer asked; to others there is none.
    private Task<IResult> OnWhatStandsAsync(Guid id, Func<SecondLook, Conversation, Task<IResult>> act, CancellationToken cancellation) =>
        db.OnWhatStandsAsync(async () =>
        {
            var me = caller.Required.Person;
            return await db.Set<SecondLook>().FirstOrDefaultAsync(l => l.Id == id && l.Reader == me, cancellation) is { } look
                && await door.FindAsync(look.Conversation.Value, cancellation) is { } conversation
                ? await act(look, conversation)
                : Results.NotFound();
        });

    private async Task<IResult> ShowAsync(
        SecondLook look, Conversation conversation, int status, string text, string comment, IReadOnlyList<Refusal> refusals, CancellationToken cancellation) =>
        Answer.PageWithStatus<LookPage>(status, (nameof(LookPage.View), new LookPageView(
            look.Id, look.Version, (await colleagues.FindAsync([look.Writer], cancellation)).GetValueOrDefault(look.Writer)?.Name ?? "", look.Doubt,
            await questions.OfAsync(conversation, cancellation), look.Words, look.State.ToString(), Ask.IsWanted(conversation), text, comment, refusals)));

    private async Task<IResult> SayAsync(SecondLook look, Conversation conversation, IFormCollection form, CancellationToken cancellation)
    {
        var (text, comment, isGood) = (AnswerText.Clean(form["text"]), form.Text("comment").ReplaceLineEndings("\n"), form.Text("how") == nameof(LookState.Good));

        // An emptied field is no suggestion to say nothing.
        var suggested = text.Length == 0 ? look.Words : text;
        List<Refusal> refusals = [.. Check(look, suggested, comment, isGood, form.Text("seen"))];
        if (refusals.Count > 0)
        {
            return await ShowAsync(
                look, conversation, StatusCodes.Status422UnprocessableEntity, Shortened.Of(suggested, AnswerText.Longest), comment, refusals, cancellation);
        }

        if (look.Answer(isGood, comment, suggested, clock.GetCurrentInstant()))
        {
            await notify.TakeBackAsync(AskForLook.KeyOf(look.Id), cancellation);
            await TellWriterAsync(look, isGood ? Good : Said, [caller.Required.Name], cancellation);
            await db.SaveChangesAsync(cancellation);
        }

        return Answer.SeeOther(caller.Required.To($"looks/{look.Id}"));
    }

    private IEnumerable<Refusal> Check(SecondLook look, string text, string comment, bool isGood, string seen)
    {
        if (text.Length > AnswerText.Longest)
            yield return new Refusal("text", texts["Refused.Long", AnswerText.Longest]);
        if (comment.Length > SecondLook.LongestComment)
            yield return new Refusal("comment", texts["Refused.Long", SecondLook.LongestComment]);
        if (!isGood && comment.Length == 0 && text == look.Words)
            yield return new Refusal("comment", texts["Refused.Nothing"]);

        // Asked anew meanwhile: what was before the reader is not what would be sent.
        if (look.State == LookState.Open && look.Version.ToString(CultureInfo.InvariantCulture) != seen)
            yield return new Refusal("", texts["Refused.Changed"]);
    }

    private async Task<IResult> PassAsync(SecondLook look, CancellationToken cancellation)
    {
        if (look.End(LookState.NotNow, clock.GetCurrentInstant()))
        {
            await notify.TakeBackAsync(AskForLook.KeyOf(look.Id), cancellation);
            await TellWriterAsync(look, NotNow, [], cancellation);
            await db.SaveChangesAsync(cancellation);
        }

        return Answer.SeeOther(caller.Required.To($"looks/{look.Id}"));
    }

    private Task TellWriterAsync(SecondLook look, NoticeKind kind, IReadOnlyList<string> values, CancellationToken cancellation) =>
        notify.TellAsync(look.Writer, new Notice(kind.Name, values, $"inbox/{look.Conversation}", NoticeUrgency.Ordinary, $"look-said {look.Id}"), cancellation);
}
