using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Dialogue.Followings;
using Rotfeste.Dialogue.Programs;
using Rotfeste.Dialogue.Turns;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Notes;

/// <summary>Say something to colleagues; whoever is called by name is told.</summary>
internal sealed class WriteNote(
    AppDb db, ConversationDoor door, ConversationScreen screen, ChannelPeople people, Colleagues colleagues, Notify notify, Followers followers,
    Changes changes, CurrentCaller caller, IStringLocalizer<Texts> texts, IClock clock)
{
    public static NoticeKind Called { get; } = NoticeKind.Of<Texts>("note-called", "Notice.Called");

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(
        "/conversations/{id:guid}/notes",
        (Guid id, [FromForm] string? note, WriteNote use, CancellationToken cancellation) => use.HandleAsync(id, note, cancellation))
        .RequireAuthorization(Access.Member);

    public async Task<IResult> HandleAsync(Guid id, string? typed, CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { } conversation)
            return Results.NotFound();

        var text = (typed ?? "").Replace("\0", "", StringComparison.Ordinal).ReplaceLineEndings("\n").Trim();
        var calls = Calls.In(text, await colleagues.AllAsync(cancellation));
        var refusals = await CheckAsync(conversation, text, calls, cancellation);
        if (refusals.Count > 0)
            return await screen.NoteAsync(conversation, new NoteFormView(id, text, refusals), cancellation);

        var me = caller.Required;
        var note = Note.Of(conversation, me.Person, text, clock.GetCurrentInstant(), calls.Called.Select(c => c.Person));
        db.Add(note);
        var called = calls.Called.Select(c => c.Person).Where(p => p != me.Person).ToList();
        await notify.TellAsync(called, new Notice(Called.Name, [me.Name], $"inbox/{conversation.Id}", NoticeUrgency.Urgent, KeyOf(note.Id)), cancellation);
        await followers.TellAsync(conversation, [me.Person, .. called], cancellation);
        changes.Tell(conversation);
        await db.SaveChangesAsync(cancellation);
        return me.IsProgram ? ProgramAnswers.Done() : Answer.SeeOther(me.To($"inbox/{conversation.Id}"));
    }

    private async Task<IReadOnlyList<Refusal>> CheckAsync(Conversation conversation, string text, Calls calls, CancellationToken cancellation)
    {
        if (text.Length is 0 or > Note.Longest)
            return [new Refusal("note", text.Length == 0 ? texts["Refused.Empty"] : texts["Refused.Long", Note.Longest])];
        if (calls.Unclear.Count > 0)
            return [.. calls.Unclear.Select(u => new Refusal("note", texts["Refused.Several", u.Written, string.Join(", ", u.Names)]))];

        var able = await people.WhoMaySeeAsync(conversation.Channel, cancellation);
        return [.. calls.Called.Where(c => !able.Contains(c.Person)).Select(c => new Refusal("note", texts["Refused.MayNotSee", c.Name]))];
    }

    /// <summary>What was told about a note; taken back with it.</summary>
    public static string KeyOf(Guid note) => $"note {note}";
}
