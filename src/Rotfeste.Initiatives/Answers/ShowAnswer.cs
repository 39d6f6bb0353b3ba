using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Web;

namespace Rotfeste.Initiatives.Answers;

/// <summary>Where one reads the page, writes one's sentence and says where one stands: a bar and one column.</summary>
internal static class ShowAnswer
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/initiatives/{id:guid}/answer", HandleAsync).RequireAuthorization(Access.Member);

    private static async Task<IResult> HandleAsync(Guid id, InitiativeDoor door, AgreementScreens screens, CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { } initiative)
            return Results.NotFound();
        var address = door.AddressOf(initiative);
        return await screens.ShowAsync(InitiativeSubject.Of(initiative.Id), $"{address}/answer", cancellation) is { } view
            ? Answer.Page<AnswerPage>((nameof(AnswerPage.View), new AnswerPageView(address, initiative.Title, view)))
            : Results.NotFound();
    }
}

/// <summary>The answering page.</summary>
/// <param name="Address">Where the initiative is.</param>
/// <param name="Title">Its title.</param>
/// <param name="Agreement">What stands to be read and answered.</param>
public sealed record AnswerPageView(string Address, string Title, AgreementView Agreement);
