using Microsoft.AspNetCore.Http;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;
using Rotfeste.Agreements.Pages;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Languages;
using Rotfeste.Platform.Web;

namespace Rotfeste.Agreements.Records;

/// <summary>
/// The way in for every change: whoever takes part gets in, decides on what is saved, and is led back to where the form
/// stood. One write from the first look to the save, so that two at once wait for each other.
/// </summary>
internal sealed class AgreementDoor(AppDb db, Reading reading, Recording recording, CurrentCaller caller, ShowAgreement page)
{
    /// <summary>Decides and records; the form's "return" says where to go afterwards.</summary>
    public async Task<IResult> ChangeAsync(
        Guid id, IFormCollection form, Func<OpenAgreement, Decision> decide, CancellationToken cancellation)
    {
        Decision? decision = null;
        var agreement = new AgreementId(id);
        await db.WriteAsync(
            async () =>
            {
                var open = await reading.FindAsync(agreement, cancellation);
                if (open?.History.TakesPart(caller.Required.Person) != true)
                    return;
                decision = decide(open);
                recording.Add(open, caller.Required.Person, decision.Happenings);
                if (decision.Happenings.Any(h => h is SentenceDaySet))
                    await recording.ScheduleAsync(open, cancellation);
                await db.SaveChangesAsync(cancellation);
            },
            cancellation);

        if (decision is null)
            return await page.MaySeeAsync(agreement, cancellation) ? Results.StatusCode(StatusCodes.Status403Forbidden) : Results.NotFound();
        if (decision.IsForbidden)
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (decision.IsAgain)
            return await page.ShowAgainAsync(agreement, form, cancellation);
        return decision.Refusals.Count > 0
            ? await page.RefuseAsync(agreement, form, decision.Refusals, cancellation)
            : Answer.SeeOther(form.Text("return") is { Length: > 0 } back ? LocalAddress.OrRoot(back) : caller.Required.To($"agreements/{id}"));
    }
}
