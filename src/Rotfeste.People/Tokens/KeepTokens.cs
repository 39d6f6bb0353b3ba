using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.Platform;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Slots;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.Tokens;

/// <summary>Make tokens for own programs, see when they were last used, and end them.</summary>
internal sealed class KeepTokens(AppDb db, CurrentCaller caller, LedgerWriter ledger, Settings settings, IStringLocalizer<Texts> texts, IClock clock)
{
    /// <summary>How long a token may hold, in days; a token that never ends is forgotten and found by others.</summary>
    public static readonly IReadOnlyList<int> Lives = [30, 90, 365];

    /// <summary>The person's profile leads to it.</summary>
    public static OwnChoices Slot { get; } = new(
        40, "profile/tokens", p => p.GetRequiredService<IStringLocalizer<Texts>>()["Title"], p => p.GetRequiredService<IStringLocalizer<Texts>>()["What"]);

    private static readonly TokenTyped Blank = new("", [Scopes.ReadConversations], Lives[1]);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/profile/tokens", (KeepTokens use, CancellationToken cancellation) =>
            use.ShowAsync(null, Blank, [], cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/profile/tokens", (IFormCollection form, KeepTokens use, CancellationToken cancellation) =>
            use.MakeAsync(form, cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/profile/tokens/{id:guid}/removal", (Guid id, KeepTokens use, CancellationToken cancellation) =>
            use.EndAsync(id, cancellation)).RequireAuthorization(Access.Member);
    }

    private async Task<IResult> MakeAsync(IFormCollection form, CancellationToken cancellation)
    {
        var days = int.TryParse(form.Text("days"), NumberStyles.None, CultureInfo.InvariantCulture, out var chosen) ? chosen : 0;
        var typed = new TokenTyped(form.Text("name"), [.. Offered().Where(form["scope"].Contains)], days);
        var refusals = new List<Refusal>();
        if (typed.Name.Length is 0 or > PersonalToken.LongestName)
            refusals.Add(new("name", texts["Refused.Name", PersonalToken.LongestName]));
        if (typed.Scopes.Count == 0)
            refusals.Add(new("scope", texts["Refused.Scope"]));
        if (!Lives.Contains(days))
            refusals.Add(new("days", texts["Refused.Days"]));
        if (await Mine().CountAsync(cancellation) >= PersonalToken.Most)
            refusals.Add(new("", texts["Refused.Many", PersonalToken.Most]));
        if (refusals.Count > 0)
            return await ShowAsync(null, typed, refusals, cancellation);

        var (me, code) = (caller.Required, PersonalToken.NewCode());
        var token = PersonalToken.Make(me, typed.Name, code, typed.Scopes, clock.GetCurrentInstant(), Duration.FromDays(days));
        db.Add(token);
        ledger.Write(me.Organisation, "token-made", me.Person, new { token = token.Id, scopes = token.Scopes, days });
        await db.SaveChangesAsync(cancellation);

        // Shown with the answer itself: it stands in no address, and is not there again when one comes back.
        return await ShowAsync(code, Blank, [], cancellation);
    }

    private async Task<IResult> EndAsync(Guid id, CancellationToken cancellation)
    {
        if (await Mine().FirstOrDefaultAsync(t => t.Id == id, cancellation) is not { } token)
            return Results.NotFound();

        var me = caller.Required;
        db.Remove(token);
        ledger.Write(me.Organisation, "token-ended", me.Person, new { token = id });
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(me.To("profile/tokens"));
    }

    private async Task<IResult> ShowAsync(string? made, TokenTyped typed, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var tokens = await Mine().AsNoTracking().OrderByDescending(t => t.MadeAt).ToListAsync(cancellation);
        var view = new TokensView(
            [.. tokens.Select(t => new TokenView(
                t.Id, t.Name, t.Scopes, t.ExpiresAt, t.ExpiresAt <= now, t.LastUsedOn?.ToString("d", CultureInfo.CurrentCulture)))],
            made, Offered(), new Uri(settings.Address, $"/api/v1{caller.Required.Path}").AbsoluteUri, typed, refusals);
        return refusals.Count > 0
            ? Answer.Refused<TokensPage>((nameof(TokensPage.View), view))
            : Answer.Page<TokensPage>((nameof(TokensPage.View), view));
    }

    private IReadOnlyList<string> Offered() => [.. Scopes.All.Where(s => caller.Required.May.Contains(Scopes.Needs(s)))];

    private IQueryable<PersonalToken> Mine()
    {
        var me = caller.Required.Person;
        return db.Set<PersonalToken>().Where(t => t.Person == me);
    }
}
