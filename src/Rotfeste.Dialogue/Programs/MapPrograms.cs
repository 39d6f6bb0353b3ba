using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Rotfeste.Dialogue.Assignments;
using Rotfeste.Dialogue.Closures;
using Rotfeste.Dialogue.Labels;
using Rotfeste.Dialogue.Listings;
using Rotfeste.Dialogue.Notes;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Dialogue.Programs;

/// <summary>The room's addresses for programs; what they do is done by the screens' own use cases.</summary>
internal static partial class MapPrograms
{
    private const int MostWords = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        MapReads(routes);
        ReportForProgram.Map(routes);
        MapChanges(routes);
        routes.MapPost("/conversations/{id:guid}/replies", (
            Guid id, NewReplyJson reply, [FromHeader(Name = "Idempotency-Key")] string? key, ReplyForProgram use, CancellationToken cancellation) =>
            use.HandleAsync(id, reply, key, cancellation))
            .Says("Answer in public", "In the person's own name, checked as on the page. Demands the header Idempotency-Key: the same key gives the same result again, and nothing goes out twice.")
            .Produces<ReplyJson>(StatusCodes.Status201Created).Refuses(400, 404, 422).RequireAuthorization(Scopes.WriteReplies);
    }

    private static void MapReads(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/conversations", ListAsync)
            .Says("List conversations", "The views, the search and the order of the inbox, 50 at a time. What moves while one pages may be seen twice or not at all, as on the page.")
            .Produces<ConversationsJson>().Refuses(422).RequireAuthorization(Scopes.ReadConversations);
        routes.MapGet("/conversations/{id:guid}", async (Guid id, ReadForProgram read, CancellationToken cancellation) =>
            await read.ThreadAsync(id, cancellation) is { } thread ? Results.Json(thread) : Results.NotFound())
            .Says("Read a conversation", "With its thread: their posts and our answers, oldest first. Private numbers are dots.")
            .Produces<ThreadJson>().Refuses(404).RequireAuthorization(Scopes.ReadConversations);
        routes.MapGet("/labels", async (LabelReading labels, CancellationToken cancellation) =>
            Results.Json((await labels.AllAsync(cancellation)).Select(l => new LabelJson(l.Id, l.Name)).ToList()))
            .Says("List labels", "The organisation's own, by name.")
            .Produces<List<LabelJson>>().RequireAuthorization(Scopes.ReadConversations);
        routes.MapGet("/colleagues", async (Colleagues colleagues, CancellationToken cancellation) =>
            Results.Json((await colleagues.WhoMayAnswerAsync(cancellation)).Select(c => new PersonJson(c.Person.Value, c.Name)).ToList()))
            .Says("List colleagues", "Those who may answer, by name: a conversation can be given to them.")
            .Produces<List<PersonJson>>().RequireAuthorization(Scopes.ReadConversations);
    }

    private static void MapChanges(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/conversations/{id:guid}/assignment", (Guid id, AssignmentJson assignment, AssignConversation use, CancellationToken cancellation) =>
            assignment.To is { } to ? use.GiveAsync(id, PersonId.From(to), assignment.Note, cancellation) : use.TakeAsync(id, cancellation))
            .Says("Take a conversation, or give it", "409 where somebody else has it.")
            .Produces(StatusCodes.Status204NoContent).Refuses(404, 409).RequireAuthorization(Scopes.WriteConversations);
        routes.MapDelete("/conversations/{id:guid}/assignment", (Guid id, AssignConversation use, CancellationToken cancellation) =>
            use.GiveBackAsync(id, cancellation))
            .Says("Give a conversation back", "It is free again. 409 where somebody else has it.")
            .Produces(StatusCodes.Status204NoContent).Refuses(404, 409).RequireAuthorization(Scopes.WriteConversations);
        routes.MapPost("/conversations/{id:guid}/closure", (Guid id, ClosureJson closure, CloseConversation use, CancellationToken cancellation) =>
            use.CloseAsync(id, closure.Outcome, cancellation))
            .Says("Close a conversation", "With what came of it. What is closed already stays as it is.")
            .Produces(StatusCodes.Status204NoContent).Refuses(404).RequireAuthorization(Scopes.WriteConversations);
        routes.MapDelete("/conversations/{id:guid}/closure", (Guid id, CloseConversation use, CancellationToken cancellation) =>
            use.ReopenAsync(id, cancellation))
            .Says("Open a conversation again", "It stands as it stood before it was closed.")
            .Produces(StatusCodes.Status204NoContent).Refuses(404).RequireAuthorization(Scopes.WriteConversations);
        routes.MapPost("/conversations/{id:guid}/notes", (Guid id, NewNoteJson note, WriteNote use, CancellationToken cancellation) =>
            use.HandleAsync(id, note.Text, cancellation))
            .Says("Write a note to colleagues", "Never sent anywhere. Whoever is called by @name is told.")
            .Produces(StatusCodes.Status204NoContent).Refuses(404, 422).RequireAuthorization(Scopes.WriteConversations);
        routes.MapPut("/conversations/{id:guid}/labels", LabelAsync)
            .Says("Set a conversation's labels", "Those named, and no others.")
            .Produces(StatusCodes.Status204NoContent).Refuses(404, 422).RequireAuthorization(Scopes.WriteLabels);
    }

    private static async Task<IResult> ListAsync(
        string? view, string? q, Guid? label, Guid? channel, string? after, ReadForProgram read, IStringLocalizer<Texts> texts, CancellationToken cancellation)
    {
        var words = (q ?? "").Trim();
        var stretch = string.IsNullOrEmpty(view) ? words.Length > 0 ? InboxStretch.All : InboxStretch.ToDo : InboxView.Parse(view);
        if (!string.IsNullOrEmpty(view) && InboxView.SlugOf(stretch) != view)
            return ProgramAnswers.Refused(texts["Unknown.View", string.Join(", ", Enum.GetValues<InboxStretch>().Select(InboxView.SlugOf))]);
        if (words.Length > MostWords)
            return ProgramAnswers.Refused(texts["Long.Words", MostWords]);
        if (after is { Length: > 0 } && !Cursor().IsMatch(after))
            return ProgramAnswers.Refused(texts["Unknown.Cursor"]);
        return Results.Json(await read.ListAsync(new InboxWish(stretch, words, label, channel), after, cancellation));
    }

    private static async Task<IResult> LabelAsync(
        Guid id, LabellingJson labelling, LabelConversation use, LabelReading labels, IStringLocalizer<Texts> texts, CancellationToken cancellation)
    {
        var known = (await labels.AllAsync(cancellation)).Select(l => l.Id).ToHashSet();
        return labelling.Labels.All(known.Contains)
            ? await use.SetAsync(id, labelling.Labels, cancellation)
            : ProgramAnswers.Refused(texts["Unknown.Label"]);
    }

    private static RouteHandlerBuilder Says(this RouteHandlerBuilder endpoint, string summary, string what) =>
        endpoint.WithSummary(summary).WithDescription(what);

    private static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params int[] codes)
    {
        foreach (var code in codes)
            endpoint.ProducesProblem(code);
        return endpoint;
    }

    [GeneratedRegex(@"^\d{1,19}(\.[0-9a-f]{32}){1,200}$", RegexOptions.None, 1000)]
    private static partial Regex Cursor();
}
