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
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Listening.Requests;

/// <summary>
/// An author asks for a copy of what lies here, or to have it erased. An owner does it, under a case number, and the ledger says so. The copy
/// is a file for the author: no page shows what one person wrote.
/// </summary>
internal sealed class MeetRequest(
    AppDb db, CurrentCaller caller, AuthorKeys keys, Erasing erasing, AuthorExport export, LedgerWriter ledger, IClock clock, IStringLocalizer<Texts> texts)
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
        var (posts, refusals) = await FindAsync(input, cancellation);
        if (refusals.Count > 0)
            return await RefuseAsync(input, refusals, cancellation);
        var file = JsonSerializer.SerializeToUtf8Bytes(await export.OfAsync(posts, cancellation), Readable);
        await KeepAsync(AuthorRequestKind.Export, input, posts.Count, cancellation);
        await db.SaveChangesAsync(cancellation);
        return Results.File(file, "application/json; charset=utf-8", "posts.json");
    }

    private async Task<IResult> EraseAsync(RequestInput input, CancellationToken cancellation)
    {
        var (posts, refusals) = await FindAsync(input, cancellation);
        if (refusals.Count > 0)
            return await RefuseAsync(input, refusals, cancellation);
        await db.WriteAsync(
            async () =>
            {
                await erasing.OfIdsAsync([.. posts.Select(p => p.Id)], ErasedBecause.Requested, cancellation);
                await KeepAsync(AuthorRequestKind.Erasure, input, posts.Count, cancellation);
                await db.SaveChangesAsync(cancellation);
            },
            cancellation);
        return Answer.SeeOther(caller.Required.To("searches/requests"));
    }

    private async Task<(List<KeptPost> Posts, List<Refusal> Refusals)> FindAsync(RequestInput input, CancellationToken cancellation)
    {
        var refusals = new List<Refusal>();
        if (input.Author.Length == 0)
            refusals.Add(new("author", texts["AuthorMissing"]));
        if (input.Case.Length is 0 or > AuthorRequest.LongestCase)
            refusals.Add(new("case", texts["CaseMissing", AuthorRequest.LongestCase]));
        if (refusals.Count > 0)
            return ([], refusals);

        var (handle, account) = (input.Author.ToLowerInvariant(), input.Author);
        var found = await db.Set<KeptPost>().AsNoTracking()
            .Where(p => p.Erased == null && !p.IsOurs && (p.AuthorHandle == handle || p.AuthorHandle == account || p.AuthorAccount == account)).ToListAsync(cancellation);

        // A handle found some; the same account may also have posts under an earlier one.
        var accounts = found.Select(p => p.AuthorAccount).Distinct().ToList();
        var ids = found.Select(p => p.Id).ToHashSet();
        found.AddRange((await db.Set<KeptPost>().AsNoTracking().Where(p => p.Erased == null && !p.IsOurs && accounts.Contains(p.AuthorAccount)).ToListAsync(cancellation))
            .Where(p => !ids.Contains(p.Id)));
        if (found.Count == 0)
            refusals.Add(new("author", texts["NothingHere"]));
        return (found, refusals);
    }

    private async Task KeepAsync(AuthorRequestKind kind, RequestInput input, int posts, CancellationToken cancellation)
    {
        var me = caller.Required;
        var request = new AuthorRequest
        {
            Id = Guid.CreateVersion7(), Organisation = me.Organisation, Kind = kind, Case = input.Case, Posts = posts, By = me.Person, At = clock.GetCurrentInstant(),
        };
        db.Add(request);
        var hasher = await keys.OfAsync(db, me.Organisation, cancellation);
        ledger.Write(me.Organisation, $"author-{kind.ToString().ToLowerInvariant()}", me.Person, new { id = request.Id, @case = hasher.Hash(request.Case), posts });
    }

    private async Task<IResult> RefuseAsync(RequestInput input, IReadOnlyList<Refusal> refusals, CancellationToken cancellation) =>
        Answer.Refused<RequestsPage>((nameof(RequestsPage.View), await ViewAsync(input, refusals, cancellation)));

    private async Task<RequestsView> ViewAsync(RequestInput input, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        var rows = await db.Set<AuthorRequest>().AsNoTracking().OrderByDescending(r => r.At).Take(50).ToListAsync(cancellation);
        return new([.. rows.Select(r => new RequestView(r.Kind, r.Case, r.Posts, r.At))], input, refusals);
    }
}
