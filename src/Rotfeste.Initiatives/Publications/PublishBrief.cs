using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Notices;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Initiatives.Publications;

/// <summary>Shows who would be asked and why, then publishes the page as a version.</summary>
internal sealed class PublishBrief(
    AppDb db, CurrentCaller caller, InitiativeDoor door, PublicationScreen screen, VersionWriting versions, AgreementOrders agreements,
    AgreementQuestions questions, InitiativeNotices notices, IStringLocalizer<Texts> texts)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/initiatives/{id:guid}/publication", (Guid id, string? find, PublishBrief use, CancellationToken cancellation) =>
            use.ShowAsync(id, find ?? "", cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/initiatives/{id:guid}/versions", (Guid id, IFormCollection form, PublishBrief use, CancellationToken cancellation) =>
            use.HandleAsync(id, form, cancellation)).RequireAuthorization(Access.Member);
    }

    private async Task<IResult> ShowAsync(Guid id, string find, CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { } initiative)
            return Results.NotFound();
        return door.MayWrite(initiative)
            ? Answer.Page<PublicationPage>((nameof(PublicationPage.View), await screen.ReadAsync(initiative, find, [], cancellation)))
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    private async Task<IResult> HandleAsync(Guid id, IFormCollection form, CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { } initiative)
            return Results.NotFound();
        if (!door.MayWrite(initiative))
            return Results.StatusCode(StatusCodes.Status403Forbidden);

        var (_, wrong) = FrameReading.Of(initiative.Brief);
        var built = int.TryParse(form.Text("built"), CultureInfo.InvariantCulture, out var number) ? number : -1;
        var refused = wrong.Count > 0 ? texts["Refused.Numbers"].Value : await PublishAsync(initiative, built, cancellation);
        if (refused is null)
            return Answer.SeeOther($"{door.AddressOf(initiative)}?told=published");

        db.ChangeTracker.Clear();
        var again = await door.FindAsync(id, cancellation);
        return Answer.Refused<PublicationPage>(
            (nameof(PublicationPage.View), await screen.ReadAsync(again!, "", [new Refusal("", refused)], cancellation)));
    }

    // One write from the look to the save: of two who publish at once, one is told, and nothing is merged silently.
    private async Task<string?> PublishAsync(Initiative initiative, int built, CancellationToken cancellation)
    {
        Published? published = null;
        var publication = await versions.WriteAsync(initiative, built, cancellation);
        var subject = InitiativeSubject.Of(initiative.Id);
        await db.WriteAsync(
            async () =>
            {
                var preview = await questions.PreviewAsync(subject, publication, null, cancellation);
                published = await agreements.PublishAsync(subject, publication, caller.Required.Person, cancellation);
                if (published.Refusal is not null)
                    return;
                await notices.TellAskedAsync(initiative, preview!, published.Version == 1, cancellation);
                await db.SaveChangesAsync(cancellation);
            },
            cancellation);
        return published!.Refusal is { } refusal ? texts[$"Refused.{refusal}"].Value : null;
    }
}
