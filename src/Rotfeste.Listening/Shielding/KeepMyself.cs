using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Listening.Authors;
using Rotfeste.Listening.KnownAccounts;
using Rotfeste.Listening.Names;
using Rotfeste.Listening.Posts;
using Rotfeste.Listening.Searches;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Listening.Shielding;

/// <summary>A person's own say: may searches name me, and which accounts are mine alone. Nobody else sees either, owners included.</summary>
internal sealed class KeepMyself(
    AppDb db, CurrentCaller caller, AuthorKeys keys, PublicView view, Forgetting forgetting, SearchReview review, IClock clock, IStringLocalizer<Texts> texts)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/profile/listening", (KeepMyself keep, CancellationToken cancellation) =>
            keep.ShowAsync(cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/profile/listening/name", (IFormCollection form, KeepMyself keep, CancellationToken cancellation) =>
            keep.SayAsync(form.Text("named"), cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/profile/listening/accounts", (IFormCollection form, KeepMyself keep, CancellationToken cancellation) =>
            keep.AddAsync(form.Text("handle").TrimStart('@').ToLowerInvariant(), cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/profile/listening/accounts/{id:guid}/removal", (Guid id, KeepMyself keep, CancellationToken cancellation) =>
            keep.RemoveAsync(id, cancellation)).RequireAuthorization(Access.Member);
    }

    private async Task<IResult> ShowAsync(CancellationToken cancellation) =>
        Answer.Page<MyselfPage>((nameof(MyselfPage.View), await ViewAsync("", [], cancellation)));

    private async Task<IResult> SayAsync(string named, CancellationToken cancellation)
    {
        var me = caller.Required;
        var consent = await db.Set<NameConsent>().FirstOrDefaultAsync(c => c.Person == me.Person, cancellation);
        if (named == "yes" && consent is null)
            db.Add(new NameConsent { Organisation = me.Organisation, Person = me.Person, GivenAt = clock.GetCurrentInstant() });
        if (named == "no" && consent is not null)
            db.Remove(consent);
        await db.WriteAsync(
            async () =>
            {
                await db.SaveChangesAsync(cancellation);
                await review.StopRefusedAsync(cancellation);
                await db.SaveChangesAsync(cancellation);
            },
            cancellation);
        return Answer.SeeOther(me.To("profile/listening"));
    }

    private async Task<IResult> AddAsync(string handle, CancellationToken cancellation)
    {
        var me = caller.Required;
        var own = await db.Set<PrivateAccount>().AsNoTracking().Where(a => a.Person == me.Person).ToListAsync(cancellation);
        var hasher = await keys.OfAsync(db, me.Organisation, cancellation);
        var key = hasher.OfHandle(handle);
        if (!KnownAccountInput.IsHandle(handle) && !IsNumber(handle))
            return await RefuseAsync(handle, texts["HandleMissing"], cancellation);
        if (own.Count >= PrivateAccount.Most)
            return await RefuseAsync(handle, texts["TooMany", PrivateAccount.Most], cancellation);
        if (own.Exists(a => a.HandleKey == key))
            return Answer.SeeOther(me.To("profile/listening"));

        var account = await view.AccountOfAsync(handle, cancellation);
        db.Add(new PrivateAccount
        {
            Id = Guid.CreateVersion7(),
            Organisation = me.Organisation,
            Person = me.Person,
            HandleKey = key,
            AccountKey = account is null ? null : hasher.OfAccount(account),
            AddedAt = clock.GetCurrentInstant(),
        });
        await db.WriteAsync(
            async () =>
            {
                var lying = await db.Set<KeptPost>().AsNoTracking()
                    .Where(p => p.Erased == null && !p.IsOurs && (p.AuthorHandle == handle || p.AuthorAccount == handle || (account != null && p.AuthorAccount == account)))
                    .Select(p => p.Id).ToListAsync(cancellation);
                await forgetting.ForgetAsync(lying, cancellation);
                await db.SaveChangesAsync(cancellation);
            },
            cancellation);
        return Answer.SeeOther(me.To("profile/listening"));
    }

    // What a network gave the account for good, as the stream tells it.
    private static bool IsNumber(string text) => text.StartsWith("did:", StringComparison.Ordinal) && text.Length <= 250 && !text.Any(char.IsWhiteSpace);

    private async Task<IResult> RemoveAsync(Guid id, CancellationToken cancellation)
    {
        var me = caller.Required;
        if (await db.Set<PrivateAccount>().FirstOrDefaultAsync(a => a.Id == id && a.Person == me.Person, cancellation) is not { } account)
            return Results.NotFound();
        db.Remove(account);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(me.To("profile/listening"));
    }

    private async Task<IResult> RefuseAsync(string handle, string why, CancellationToken cancellation) =>
        Answer.Refused<MyselfPage>((nameof(MyselfPage.View), await ViewAsync(handle, [new Refusal("handle", why)], cancellation)));

    private async Task<MyselfView> ViewAsync(string handle, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        var me = caller.Required.Person;
        var rows = await db.Set<PrivateAccount>().AsNoTracking().Where(a => a.Person == me).OrderBy(a => a.AddedAt).ToListAsync(cancellation);
        return new(
            await db.Set<NameConsent>().AnyAsync(c => c.Person == me, cancellation),
            [.. rows.Select(a => new PrivateAccountView(a.Id, a.AddedAt))], handle, refusals);
    }
}
