using Microsoft.AspNetCore.Http;
using Rotfeste.Dialogue.Asks;
using Rotfeste.Dialogue.Composers;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Criticism;
using Rotfeste.Dialogue.Listings;
using Rotfeste.Dialogue.Notes;
using Rotfeste.Dialogue.Programs;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Turns;

/// <summary>The page of one conversation, as it is first shown and as it comes back when something was refused.</summary>
internal sealed class ConversationScreen(
    InboxReading inbox, ThreadReading threads, ComposerReading composers, GuideReading guides, AskReading asks, CurrentCaller caller)
{
    public async Task<IResult> ShowAsync(Conversation conversation, InboxWish wish, CancellationToken cancellation) =>
        await DrawAsync(conversation, wish, StatusCodes.Status200OK, null, null, null, null, cancellation);

    /// <summary>409: somebody was there first, or it is too late; said in words over the thread.</summary>
    public async Task<IResult> TooLateAsync(Conversation conversation, string words, CancellationToken cancellation) =>
        caller.Required.IsProgram
            ? ProgramAnswers.TooLate(words)
            : await DrawAsync(conversation, new InboxWish(InboxStretch.ToDo), StatusCodes.Status409Conflict, words, null, null, null, cancellation);

    /// <summary>With what was typed, and what the use case adds to the composer.</summary>
    public async Task<IResult> WriteAsync(
        Conversation conversation, int status, string? typed, Func<ComposerView, ComposerView> add, CancellationToken cancellation) =>
        caller.Required.IsProgram
            ? ProgramAnswers.NotWritten(status, conversation, add)
            : await DrawAsync(conversation, new InboxWish(InboxStretch.ToDo), status, null, typed, add, null, cancellation);

    /// <summary>422: with the note that must be mended.</summary>
    public async Task<IResult> NoteAsync(Conversation conversation, NoteFormView note, CancellationToken cancellation) => caller.Required.IsProgram
        ? ProgramAnswers.Refused(string.Join(' ', note.Refusals.Select(r => r.Text)))
        : await DrawAsync(conversation, new InboxWish(InboxStretch.ToDo), StatusCodes.Status422UnprocessableEntity, null, null, null, note, cancellation);

    private async Task<IResult> DrawAsync(
        Conversation conversation, InboxWish wish, int status, string? told, string? typed,
        Func<ComposerView, ComposerView>? add, NoteFormView? note, CancellationToken cancellation)
    {
        var reader = caller.Required;
        var list = await inbox.ReadAsync(reader, wish, null, conversation.Id.Value, cancellation);
        var view = await threads.ReadAsync(conversation, reader, cancellation);
        var writing = await composers.ReadAsync(conversation, view.Head, reader, typed, cancellation);
        return Answer.PageWithStatus<ConversationPage>(
            status,
            (nameof(ConversationPage.List), list),
            (nameof(ConversationPage.View), view),
            (nameof(ConversationPage.Writing), writing is null || add is null ? writing : add(writing)),
            (nameof(ConversationPage.Guide), await guides.OfAsync(conversation, view.Head, cancellation)),
            (nameof(ConversationPage.Silence), await guides.SilenceAsync(conversation, cancellation)),
            (nameof(ConversationPage.Knows), await asks.OfAsync(conversation, cancellation)),
            (nameof(ConversationPage.Note), note ?? new NoteFormView(conversation.Id.Value, "", [])),
            (nameof(ConversationPage.Told), told));
    }
}
