using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Asks;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Dialogue.Drafts;
using Rotfeste.Dialogue.Numbers;
using Rotfeste.Dialogue.SecondLooks;
using Rotfeste.Dialogue.Turns;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.ByHand;

/// <summary>
/// Answer where the question was asked: the text is checked and made ready to copy; when it is said there, it is recorded with the same name,
/// times and ledger as an answer that we sent.
/// </summary>
internal sealed class AnswerByHand(
    AppDb db, ConversationDoor door, WriterSignature signatures, SendingCheck sending, NewTurns newTurns, KeptDrafts drafts, DueTimes times, SentRecord record,
    Asking asking, EndLooks looks, Changes changes, ConversationScreen screen, AnswerRefusals words, CurrentCaller caller, IStringLocalizer<Texts> texts, IClock clock)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(
            "/conversations/{id:guid}/ready-text",
            (Guid id, [FromForm] string? text, [FromForm] int? seen, [FromForm] string? signature, [FromForm] string[]? pass, AnswerByHand use,
                CancellationToken cancellation) => use.OnWhatStandsAsync(
                    id, c => use.MakeReadyAsync(c, new AnswerForm(text, seen, signature, pass ?? []), cancellation), cancellation))
            .RequireAuthorization(Access.Answer);
        routes.MapPost(
            "/conversations/{id:guid}/hand-answers",
            (Guid id, [FromForm] string? text, [FromForm] int? seen, [FromForm] string? link, [FromForm] string[]? pass, AnswerByHand use,
                CancellationToken cancellation) => use.OnWhatStandsAsync(
                    id, c => use.RecordAsync(c, new AnswerForm(text, seen, null, pass ?? []), link?.Trim() ?? "", cancellation), cancellation))
            .RequireAuthorization(Access.Answer);
    }

    private Task<IResult> OnWhatStandsAsync(Guid id, Func<Conversation, Task<IResult>> act, CancellationToken cancellation) =>
        door.OnWhatStandsAsync(id, async c => c.IsByHand ? await act(c) : Results.NotFound(), cancellation);

    private async Task<IResult> MakeReadyAsync(Conversation conversation, AnswerForm form, CancellationToken cancellation)
    {
        var text = AnswerText.Clean(form.Text);
        if (await signatures.OfAsync(conversation, form.Signature, cancellation) is not { } signature)
            return await RefuseAsync(conversation, text, [words.MustChooseName], cancellation);
        if (Check(conversation, text) is { } refusal)
            return await RefuseAsync(conversation, text, [refusal], cancellation);

        var finds = await sending.FindAsync(conversation, caller.Required.Person, text, cancellation);
        if (finds.Any(f => !form.Passed.Contains(f.Code)))
            return await HoldAsync(conversation, text, sending.Say(finds, form.Passed), cancellation);
        if (await newTurns.SinceAsync(conversation, SeenOf(conversation, form), cancellation) is { } question)
            return await DrawAsync(conversation, StatusCodes.Status422UnprocessableEntity, text, view => view with { Question = question }, cancellation);

        await drafts.KeepAsync(conversation.Id, caller.Required.Person, text, cancellation);
        await db.SaveChangesAsync(cancellation);
        return await ReadyAsync(conversation, StatusCodes.Status200OK, text, signature, form.Passed, [], cancellation);
    }

    // It has been said already: what came meanwhile waits for the next answer, and is not asked about.
    private async Task<IResult> RecordAsync(Conversation conversation, AnswerForm form, string link, CancellationToken cancellation)
    {
        var (text, me, now) = (AnswerText.Clean(form.Text), caller.Required.Person, clock.GetCurrentInstant());
        var signature = await signatures.OfAsync(conversation, null, cancellation);
        if (signature is null || Check(conversation, text) is not null)
            return await MakeReadyAsync(conversation, form, cancellation);

        var finds = await sending.FindAsync(conversation, me, text, cancellation);
        if (finds.Any(f => !form.Passed.Contains(f.Code)))
            return await HoldAsync(conversation, text, sending.Say(finds, form.Passed), cancellation);
        if (link.Length > 0 && SafeLink.Of(link) is null)
            return await ReadyAsync(conversation, StatusCodes.Status422UnprocessableEntity, text, signature, form.Passed, [new("link", texts["Refused.Link"])], cancellation);

        var order = ItemId.New();
        var input = new AnswerInput(text, signature, SeenOf(conversation, form));
        var answer = WrittenAnswer.Of(conversation, conversation.Answer(order, me, now), order, input, me, now, now);
        answer.WasGivenByHand(SafeLink.Of(link), now);
        db.Add(answer);
        conversation.AnswerWasSent(order, answer.SeenUpTo, now);
        sending.Pass(conversation, finds);
        await times.SetAsync(conversation, cancellation);
        record.Write(answer, now);
        await drafts.KeepAsync(conversation.Id, me, "", cancellation);
        await asking.WasAnsweredAsync(conversation.Id, me, cancellation);
        await looks.WasAnsweredAsync(conversation.Id, cancellation);
        changes.Tell(conversation);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(caller.Required.To($"inbox/{conversation.Id}"));
    }

    private Refusal? Check(Conversation conversation, string text) => conversation switch
    {
        { State: ConversationState.Closed } => new Refusal("", texts["Refused.ClosedConversation"]),
        { State: ConversationState.Gone } => words.NothingToAnswer,
        { State: ConversationState.Merged } => words.GoesOnElsewhere,
        _ when text.Length == 0 => new Refusal("text", texts["Refused.Empty"]),
        _ when text.Length > AnswerText.Longest => new Refusal("text", texts["Refused.TooLong", AnswerText.Longest]),
        _ => null,
    };

    private static int SeenOf(Conversation conversation, AnswerForm form) => Math.Clamp(form.Seen ?? 0, 0, conversation.LastNumber);

    private Task<IResult> ReadyAsync(
        Conversation conversation, int status, string text, string signature, IReadOnlyList<string> passed, IReadOnlyList<Refusal> refusals,
        CancellationToken cancellation) =>
        DrawAsync(
            conversation, status, text,
            view => view with { Hand = view.Hand! with { Ready = AnswerText.Whole(text, signature), Passed = passed }, Refusals = refusals }, cancellation);

    private Task<IResult> HoldAsync(Conversation conversation, string text, IReadOnlyList<SendingView> finds, CancellationToken cancellation) =>
        DrawAsync(
            conversation, StatusCodes.Status422UnprocessableEntity, text,
            view => view with { Finds = finds, Refusals = [.. finds.Where(f => !f.IsPassed).Select(f => new Refusal("text", f.Words)).Distinct()] }, cancellation);

    private Task<IResult> RefuseAsync(Conversation conversation, string text, IReadOnlyList<Refusal> refusals, CancellationToken cancellation) =>
        DrawAsync(conversation, StatusCodes.Status422UnprocessableEntity, text, view => view with { Refusals = refusals }, cancellation);

    private Task<IResult> DrawAsync(
        Conversation conversation, int status, string text, Func<Composers.ComposerView, Composers.ComposerView> add, CancellationToken cancellation) =>
        screen.WriteAsync(conversation, status, text, view => view.Hand is null ? view : add(view), cancellation);
}
