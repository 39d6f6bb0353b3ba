using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Listening.Authors;
using Rotfeste.Listening.Posts;
using Rotfeste.Listening.Searches;
using Rotfeste.Listening.Watching;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Listening.KnownAccounts;

/// <summary>Owners enter which organisations, newsrooms and public offices searches may name, and why; each entry stands in the ledger.</summary>
internal sealed class KeepKnownAccounts(
    AppDb db, CurrentCaller caller, PublicView view, AuthorKeys keys, SearchReview review, LedgerWriter ledger, WatchSignal signal, IClock clock, IStringLocalizer<Texts> texts)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/searches/accounts", (KeepKnownAccounts keep, CancellationToken cancellation) =>
            keep.ShowAsync(cancellation)).RequireAuthorization(Access.Owner);
        routes.MapPost("/searches/accounts", (IFormCollection form, KeepKnownAccounts keep, CancellationToken cancellation) =>
            keep.EnterAsync(KnownAccountInput.From(form), cancellation)).RequireAuthorization(Access.Owner);
        routes.MapPost("/searches/accounts/{id:guid}/removal", (Guid id, KeepKnownAccounts keep, CancellationToken cancellation) =>
            keep.RemoveAsync(id, cancellation)).RequireAuthorization(Access.Owner);
    }

    private async Task<IResult> ShowAsync(CancellationToken cancellation) =>
        Answer.Page<KnownAccountsPage>((nameof(KnownAccountsPage.View), await ViewAsync(KnownAccountInput.Empty, [], cancellation)));

    private async Task<IResult> EnterAsync(KnownAccountInput input, CancellationToken cancellation)
    {
        var refusals = await CheckAsync(input, cancellation);
        if (refusals.Count > 0)
            return Answer.Refused<KnownAccountsPage>((nameof(KnownAccountsPage.View), await ViewAsync(input, refusals, cancellation)));

        var me = caller.Required;
        var account = new KnownAccount
        {
            Id = Guid.CreateVersion7(),
            Organisation = me.Organisation,
            Handle = input.Handle,
            Account = await view.AccountOfAsync(input.Handle, cancellation),
            Kind = input.Kind!.Value,
            Reason = input.Reason,
            EnteredBy = me.Person,
            EnteredAt = clock.GetCurrentInstant(),
        };
        var hasher = await keys.OfAsync(db, me.Organisation, cancellation);
        db.Add(account);
        ledger.Write(me.Organisation, "search-account-entered", me.Person, new
        {
            id = account.Id, kind = account.Kind, account = hasher.Hash(account.Handle), reason = hasher.Hash(account.Reason),
        });
        db.AfterCommit(signal.Set);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(me.To("searches/accounts"));
    }

    private async Task<IResult> RemoveAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Set<KnownAccount>().FirstOrDefaultAsync(a => a.Id == id, cancellation) is not { } account)
            return Results.NotFound();
        var me = caller.Required;
        db.Remove(account);
        ledger.Write(me.Organisation, "search-account-removed", me.Person, new { id = account.Id });
        await db.WriteAsync(
            async () =>
            {
                await db.SaveChangesAsync(cancellation);
                await review.StopRefusedAsync(cancellation);
                await db.SaveChangesAsync(cancellation);
            },
            cancellation);
        return Answer.SeeOther(me.To("searches/accounts"));
    }

    private async Task<List<Refusal>> CheckAsync(KnownAccountInput input, CancellationToken cancellation)
    {
        var refusals = new List<Refusal>();
        if (!KnownAccountInput.IsHandle(input.Handle))
            refusals.Add(new("handle", texts["HandleMissing"]));
        else if (await db.Set<KnownAccount>().AnyAsync(a => a.Handle == input.Handle, cancellation))
            refusals.Add(new("handle", texts["HandleKnown"]));
        if (input.Kind is null)
            refusals.Add(new("kind", texts["KindMissing"]));
        if (input.Reason.Length is < 10 or > KnownAccount.LongestReason)
            refusals.Add(new("reason", texts["ReasonMissing", KnownAccount.LongestReason]));
        return refusals;
    }

    private async Task<KnownAccountsView> ViewAsync(KnownAccountInput input, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        var rows = await db.Set<KnownAccount>().AsNoTracking().OrderBy(a => a.Handle).ToListAsync(cancellation);
        return new([.. rows.Select(a => new KnownAccountView(a.Id, a.Handle, a.Kind, a.Reason, a.EnteredAt, a.Account is not null))], input, refusals);
    }
}
