using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Numbers;
using Rotfeste.Dialogue.Snoozes;
using Rotfeste.Dialogue.Turns;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Answers;

/// <summary>What the form brings.</summary>
/// <param name="Text">What was typed.</param>
/// <param name="Seen">The newest turn that was on the page.</param>
/// <param name="Signature">"name" or "unit" where the writer was asked, else empty.</param>
/// <param name="Passed">What looks private and goes out all the same: see <see cref="SendingFind.Code"/>.</param>
internal sealed record AnswerForm(string? Text, int? Seen, string? Signature, IReadOnlyList<string> Passed)
{
    /// <summary>Sent and put off in one step: a choice of <see cref="SnoozeTime"/>, or empty.</summary>
    public string PutOff { get; init; } = "";

    /// <summary>The post that is answered, where its writer was asked; null is the newest.</summary>
    public Guid? To { get; init; }
}

/// <summary>Answer in public: checked, asked about when the thread moved on, stored with its order in one piece.</summary>
internal sealed class WriteAnswer(
    ConversationDoor door, UsableChannels channels, WriterSignature signatures, AnswerCheck check, AskedPost asked, NewTurns newTurns,
    SendingCheck sending, AnswerOrdering ordering, ConversationScreen screen, AnswerRefusals words, CurrentCaller caller, IClock clock)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost(
            "/conversations/{id:guid}/answers",
            (Guid id, [FromForm] string? text, [FromForm] int? seen, [FromForm] string? signature, [FromForm] string[]? pass, [FromForm] string? putoff, [FromForm] Guid? to,
                WriteAnswer use, CancellationToken cancellation) =>
                use.HandleAsync(id, new AnswerForm(text, seen, signature, pass ?? []) { PutOff = putoff ?? "", To = to }, cancellation)).RequireAuthorization(Access.Answer);

    /// <summary>Where a colleague, or the other side, was a moment earlier, the next round sees it and asks.</summary>
    public Task<IResult> HandleAsync(Guid id, AnswerForm form, CancellationToken cancellation) =>
        door.OnWhatStandsAsync(id, c => TryAsync(c, form, cancellation), cancellation);

    private async Task<IResult> TryAsync(Conversation conversation, AnswerForm form, CancellationToken cancellation)
    {
        asked.Choose(form.To);
        var text = AnswerText.Clean(form.Text);
        var signature = await signatures.OfAsync(conversation, form.Signature, cancellation);
        if (signature is null)
            return await RefuseAsync(conversation, text, [words.MustChooseName], cancellation);

        var until = SnoozeTime.Of(form.PutOff, clock.GetCurrentInstant(), caller.Required.Zone);
        if (until is null && form.PutOff.Length > 0)
            return await RefuseAsync(conversation, text, [words.TimeHasPassed], cancellation);

        var sight = await channels.OfAsync(caller.Required, cancellation);
        var refusals = check.Of(conversation, sight, await asked.OfAsync(conversation, cancellation), text, signature);
        if (refusals.Count > 0)
            return await RefuseAsync(conversation, text, refusals, cancellation);

        var finds = await sending.FindAsync(conversation, caller.Required.Person, text, cancellation);
        if (finds.Any(f => !form.Passed.Contains(f.Code)))
            return await HoldAsync(conversation, text, sending.Say(finds, form.Passed), cancellation);

        var seen = Math.Clamp(form.Seen ?? 0, 0, conversation.LastNumber);
        if (await newTurns.SinceAsync(conversation, seen, cancellation) is { } moved)
        {
            return await screen.WriteAsync(
                conversation, StatusCodes.Status422UnprocessableEntity, text, view => view with { Question = moved }, cancellation);
        }

        sending.Pass(conversation, finds);
        return await ordering.OrderAsync(conversation, new AnswerInput(text, signature, seen) { PutOffUntil = until }, cancellation)
            ? Answer.SeeOther(caller.Required.To($"inbox/{conversation.Id}"))
            : await RefuseAsync(conversation, text, [words.NothingToAnswer], cancellation);
    }

    private Task<IResult> HoldAsync(
        Conversation conversation, string text, IReadOnlyList<SendingView> finds, CancellationToken cancellation) =>
        screen.WriteAsync(
            conversation, StatusCodes.Status422UnprocessableEntity, text,
            view => view with { Finds = finds, Refusals = [.. finds.Where(f => !f.IsPassed).Select(f => new Refusal("text", f.Words)).Distinct()] },
            cancellation);

    private Task<IResult> RefuseAsync(
        Conversation conversation, string text, IReadOnlyList<Refusal> refusals, CancellationToken cancellation) =>
        screen.WriteAsync(
            conversation, StatusCodes.Status422UnprocessableEntity, text, view => view with { Refusals = refusals }, cancellation);
}
