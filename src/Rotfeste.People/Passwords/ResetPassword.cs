using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Rotfeste.People.Calling;
using Rotfeste.People.Codes;
using Rotfeste.People.Persons;
using Rotfeste.People.SignIns;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.Passwords;

/// <summary>Takes a new password by a single-use link; every other session ends.</summary>
internal sealed class ResetPassword(
    AppDb db, CodeBook codes, PasswordCheck check, Sessions sessions, LedgerWriter ledger, KnownPeople known)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/password/reset/{code}", ShowAsync).AllowAnonymous();
        routes.MapPost("/password/reset/{code}", (string code, ResetPassword use, IFormCollection form, CancellationToken cancellation) =>
                use.HandleAsync(code, form.Raw(PasswordCheck.Field), cancellation))
            .AllowAnonymous().RequireRateLimiting(Throttle.Codes);
    }

    private static async Task<IResult> ShowAsync(string code, CodeBook codes, CancellationToken cancellation) =>
        await codes.OpensAsync(CodePurpose.Reset, code, cancellation) ? Answer.Page<ResetPage>((nameof(ResetPage.Code), code)) : Gone();

    private static IResult Gone() => Answer.PageWithStatus<ResetPage>(StatusCodes.Status410Gone, (nameof(ResetPage.Code), null));

    private async Task<IResult> HandleAsync(string code, string password, CancellationToken cancellation)
    {
        if (!await codes.OpensAsync(CodePurpose.Reset, code, cancellation))
            return Gone();
        if (check.Refuse(password) is { } refusal)
        {
            IReadOnlyList<Refusal> refusals = [refusal];
            return Answer.Refused<ResetPage>((nameof(ResetPage.Code), code), (nameof(ResetPage.Refusals), refusals));
        }

        if (await codes.TakeAsync(CodePurpose.Reset, code, cancellation) is not { Person: { } id }
            || await db.Set<Person>().FirstOrDefaultAsync(p => p.Id == id, cancellation) is not { } person)
        {
            return Gone();
        }

        await codes.EndAsync(CodePurpose.Reset, id, cancellation);
        await codes.EndAsync(CodePurpose.Notice, id, cancellation);
        person.TakePassword(check.Hash(person, password));
        ledger.WriteForInstallation("password-changed", id, new { way = SignInWay.Reset });
        known.ForgetAfter(db);
        await sessions.StartAsync(person, SignInWay.Reset, cancellation);
        return Answer.SeeOther("/");
    }
}
