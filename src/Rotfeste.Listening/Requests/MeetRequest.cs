using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Posts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Ui.Languages;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Listening.Requests;

/// <summary>
/// An author asks for a copy of what lies here, or to have it erased. An owner does it, under a case number, and the ledger says so. The copy
/// is a file for the author: no page shows what one person wrote.
/// </summary>
internal sealed class MeetRequest(
    AppDb db, CurrentCaller caller, AuthorKeys keys, AuthorFinding authors, Erasing erasing, AuthorExport export, LedgerWriter ledger, IClock clock, IEnumerable<OfAuthor> others, IServiceProvider services, IStringLocalizer<Texts> texts)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/searches/requests", (MeetRequest meet, CancellationToken cancellation) =>
            meet.ShowAsync(cancellation)).RequireAuthorization(Access.Owner);
        routes.MapPost("/searches/requests/exports", (IFormCollection form, MeetRequest meet, CancellationToken cancellation) =>
            meet.ExportAsync(RequestInput.From(form), cancellation)).RequireAuthorization(Access.Owner);
        routes.MapPost("/searches/requests/erasures", (IFormCollection form, MeetRequest meet, CancellationToken cancellation) =>
            meet.EraseAsync(RequestInput.From(form), cancellation)).RequireAuthorization(Access.Owner);
    }

    private async Task<IResult> ShowAsync(CancellationToken cancellation) =>
        Answer.Page<RequestsPage>((nameof(RequestsPage.View), await ViewAsync(RequestInput.Empty, [], cancellation)));

    private async Task<IResult> ExportAsync(RequestInput input, CancellationToken cancellation)
    {
        var (found, refusals) = await FindAsync(input, cancellation);
        if (refusals.Count > 0)
            return await RefuseAsync(input, refusals, cancellation);
        var shares = await SharesAsync(found.Asked, cancellation);
        var content = shares.ToDictionary(s => s.Name, object (s) => s.Content);
        content["posts"] = await export.OfAsync(found.Posts, cancellation);
        var file = JsonSerializer.SerializeToUtf8Bytes(content, Readable);
        await KeepAsync(AuthorRequestKind.Export, input, found.Posts.Count, shares.Sum(s => s.Count), cancellation);
        await db.SaveChangesAsync(cancellation);
        return Results.File(file, "application/json; charset=utf-8", "author.json");
    }

    private async Task<IResult> EraseAsync(RequestInput input, CancellationToken cancellation)
    {
        var (found, refusals) = await FindAsync(input, cancellation);
        if (refusals.Count == 0 && await HeldAsync(found.Asked, cancellation) is > 0 and var held)
            refusals.Add(new("author", texts.Count("Held", held)));
        if (refusals.Count > 0)
            return await RefuseAsync(input, refusals, cancellation);
        await db.WriteAsync(
            async () =>
            {
                var shares = await SharesAsync(found.Asked, cancellation);
                foreach (var other in others)
                    await other.EraseAsync(services, found.Asked, cancellation);
                await erasing.OfIdsAsync([.. found.Posts.Select(p => p.Id)], ErasedBecause.Requested, cancellation);
                await KeepAsync(AuthorRequestKind.Erasure, input, found.Posts.Count, shares.Sum(s => s.Count), cancellation);
                await db.SaveChangesAsync(cancellation);
            },
            cancellation);
        return Answer.SeeOther(caller.Required.To("searches/requests"));
    }

    private async Task<IReadOnlyList<AuthorShare>> SharesAsync(AuthorAsked author, CancellationToken cancellation)
    {
        var shares = new List<AuthorShare>();
        foreach (var other in others)
            shares.Add(await other.ReadAsync(services, author, cancellation));
        return shares;
    }

    private async Task<int> HeldAsync(AuthorAsked author, CancellationToken cancellation)
    {
        var held = 0;
        foreach (var other in others)
            held += await other.HeldAsync(services, author, cancellation);
        return held;
    }

    private async Task<(FoundOfAuthor Found, List<Refusal> Refusals)> FindAsync(RequestInput input, CancellationToken cancellation)
    {
        var refusals = new List<Refusal>();
        if (input.Author.Length == 0)
            refusals.Add(new("author", texts["AuthorMissing"]));
        if (input.Case.Length is 0 or > AuthorRequest.LongestCase)
            refusals.Add(new("case", texts["CaseMissing", AuthorRequest.LongestCase]));
        if (refusals.Count > 0)
            return (FoundOfAuthor.Nothing, refusals);

        var found = await authors.FindAsync(input.Author, cancellation);
        if (found.Posts.Count == 0 && (await SharesAsync(found.Asked, cancellation)).All(s => s.Count == 0))
            refusals.Add(new("author", texts["NothingHere"]));
        return (found, refusals);
    }

    private async Task KeepAsync(AuthorRequestKind kind, RequestInput input, int posts, int conversations, CancellationToken cancellation)
    {
        var me = caller.Required;
        var request = new AuthorRequest
        {
            Id = Guid.CreateVersion7(), Organisation = me.Organisation, Kind = kind, Case = input.Case, Posts = posts, Others = conversations, By = me.Person, At = clock.GetCurrentInstant(),
        };
        db.Add(request);
        var hasher = await keys.OfAsync(db, me.Organisation, cancellation);
        ledger.Write(me.Organisation, $"author-{kind.ToString().ToLowerInvariant()}", me.Person, new { id = request.Id, @case = hasher.Hash(request.Case), posts, conversations });
    }

    private async Task<IResult> RefuseAsync(RequestInput input, IReadOnlyList<Refusal> refusals, CancellationToken cancellation) =>
        Answer.Refused<RequestsPage>((nameof(RequestsPage.View), await ViewAsync(input, refusals, cancellation)));

    private async Task<RequestsView> ViewAsync(RequestInput input, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        var rows = await db.Set<AuthorRequest>().AsNoTracking().OrderByDescending(r => r.At).Take(50).ToListAsync(cancellation);
        return new([.. rows.Select(r => new RequestView(r.Kind, r.Case, r.Posts, r.At) { Others = r.Others })], input, refusals);
    }
}
