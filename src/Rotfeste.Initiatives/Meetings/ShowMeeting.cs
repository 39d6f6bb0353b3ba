using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Dangers;
using Rotfeste.Initiatives.Pages;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Web;

namespace Rotfeste.Initiatives.Meetings;

/// <summary>A short guide for a department or leaders' meeting, and the form that records one.</summary>
internal static class ShowMeeting
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/initiatives/{id:guid}/meeting", HandleAsync).RequireAuthorization(Access.Member);

    private static async Task<IResult> HandleAsync(
        Guid id, InitiativeDoor door, InitiativeStates states, AgreementScreens screens, CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { } initiative)
            return Results.NotFound();
        var address = door.AddressOf(initiative);
        if (await screens.ShowAsync(InitiativeSubject.Of(initiative.Id), $"{address}/meeting", cancellation) is not { } agreement)
            return Results.NotFound();

        var state = await states.OfAsync(initiative, cancellation);
        var danger = state.Dangers.FirstOrDefault(d => d.Nearness != Nearness.None);
        return Answer.Page<MeetingPage>((nameof(MeetingPage.View), new MeetingPageView(
            address, initiative.Title, state.Standing.OpenThreads.Count(),
            danger is null ? null : new DangerView(danger.Kind.ToString(), danger.Nearness.ToString(), danger.Case, danger.Numbers, null),
            agreement)));
    }
}

/// <summary>The guide for a meeting.</summary>
/// <param name="Address">Where the initiative is.</param>
/// <param name="Title">Its title.</param>
/// <param name="Open">How many threads are open.</param>
/// <param name="Danger">The nearest danger, or null.</param>
/// <param name="Agreement">What is talked about.</param>
public sealed record MeetingPageView(string Address, string Title, int Open, DangerView? Danger, AgreementView Agreement);
