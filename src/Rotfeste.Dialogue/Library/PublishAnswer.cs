using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Library;

/// <summary>Let everybody read an answer, and take it back.</summary>
internal sealed class PublishAnswer(
    AppDb db, LibraryReading reading, LibraryForms forms, PublishCheck check, LedgerWriter ledger, CurrentCaller caller, IStringLocalizer<Texts> texts, IClock clock)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/library/{id:guid}/publication", (Guid id, [FromForm] string? meant, PublishAnswer use, CancellationToken cancellation) =>
            use.AgainAsync(() => use.PublishAsync(id, meant is not null, cancellation))).RequireAuthorization(Access.Answer);
        routes.MapPost("/library/{id:guid}/withdrawal", (Guid id, PublishAnswer use, CancellationToken cancellation) =>
            use.AgainAsync(() => use.WithdrawAsync(id, cancellation))).RequireAuthorization(Access.Answer);
    }

    // A reader says that it helped, or a colleague gives another answer the same address, while this is done.
    private Task<IResult> AgainAsync(Func<Task<IResult>> change) => db.OnWhatStandsAsync(change);

    private async Task<IResult> PublishAsync(Guid id, bool isMeant, CancellationToken cancellation)
    {
        if (await db.Set<LibraryAnswer>().FirstOrDefaultAsync(a => a.Id == id, cancellation) is not { } answer)
            return Results.NotFound();

        var found = await check.OfAsync(answer, cancellation);
        if (found.Any(f => f.PassWords is null) || (found.Count > 0 && !isMeant))
        {
            var form = await forms.OfAsync(answer, cancellation);
            return Answer.Refused<LibraryAnswerPage>((nameof(LibraryAnswerPage.View), form with
            {
                InTheWay = found,
                Refusals = [new("meant", found.FirstOrDefault(f => f.PassWords is null)?.Words ?? texts["Way.Ask"])],
            }));
        }

        var taken = (await reading.AllAsync(cancellation)).Select(a => a.Slug).OfType<string>().ToHashSet(StringComparer.Ordinal);
        answer.Publish(Slugs.Of(answer.Question, taken), clock.GetCurrentInstant());
        ledger.Write(answer.Organisation, "answer-made-public", caller.Required.Person, new { answer = answer.Id });
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(caller.Required.To($"library/{id}"));
    }

    private async Task<IResult> WithdrawAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Set<LibraryAnswer>().FirstOrDefaultAsync(a => a.Id == id, cancellation) is not { } answer)
            return Results.NotFound();

        answer.Withdraw();
        ledger.Write(answer.Organisation, "answer-no-longer-public", caller.Required.Person, new { answer = answer.Id });
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(caller.Required.To($"library/{id}"));
    }
}
