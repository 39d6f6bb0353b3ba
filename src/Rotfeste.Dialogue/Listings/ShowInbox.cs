using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.SavedViews;
using Rotfeste.Listening.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Listings;

/// <summary>The inbox, and the parts of it that fetch themselves again.</summary>
internal static class ShowInbox
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/inbox", PageAsync).RequireAuthorization(Access.Member);
        routes.MapGet("/inbox/rows", RowsAsync).RequireAuthorization(Access.Member);
        routes.MapGet("/inbox/tabs", TabsAsync).RequireAuthorization(Access.Member);
    }

    private static async Task<IResult> PageAsync(
        HttpRequest request, string? after, CurrentCaller caller, InboxReading reading, FirstStepsReading steps, CancellationToken cancellation)
    {
        var inbox = await reading.ReadAsync(caller.Required, InboxWish.Read(request.Query), after, null, cancellation);
        var left = inbox.Counts.All == 0 ? await steps.ReadAsync(caller.Required, cancellation) : null;
        return Answer.Page<InboxPage>((nameof(InboxPage.View), inbox), (nameof(InboxPage.Steps), left));
    }

    private static async Task<IResult> RowsAsync(
        HttpRequest request, string? after, string? open, CurrentCaller caller, InboxReading reading, CancellationToken cancellation)
    {
        Guid? selected = Guid.TryParse(open, out var id) ? id : null;
        var inbox = await reading.ReadAsync(caller.Required, InboxWish.Read(request.Query), after, selected, cancellation);
        return Answer.Page<InboxRows>((nameof(InboxRows.View), inbox));
    }

    private static async Task<IResult> TabsAsync(
        HttpRequest request, CurrentCaller caller, InboxCounting counting, SavedViewReading saved, CancellationToken cancellation)
    {
        var counts = await counting.CountAsync(caller.Required, cancellation);
        var choices = InboxChoices.None with { Saved = await saved.OfAsync(caller.Required.Person, cancellation) };
        return Answer.Page<InboxTabs>((nameof(InboxTabs.View), new InboxView(InboxWish.Read(request.Query), counts, [], null, null, null, choices)));
    }
}

/// <summary>How far a new organisation has come, asked of the rooms below.</summary>
internal sealed class FirstStepsReading(SavedSearches searches, ConnectedChannels channels, Colleagues colleagues)
{
    public async Task<FirstStepsView> ReadAsync(Caller caller, CancellationToken cancellation)
    {
        var connected = (await channels.AllAsync(cancellation)).Count > 0;
        var answerers = (await colleagues.WhoMayAnswerAsync(cancellation)).Count > 1;
        return new FirstStepsView(caller.OrganisationName, await searches.AnyAsync(cancellation), connected, answerers, caller.May.Contains(Access.Lead));
    }
}
