using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Posts;
using Rotfeste.Listening.Watching;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Web;

namespace Rotfeste.Listening.Searches;

/// <summary>A new search. The stream is opened with the first one.</summary>
internal sealed class AddSearch(
    AppDb db, CurrentCaller caller, Trying trying, AuthorKeys keys, WatchSignal signal, IClock clock, IStringLocalizer<Texts> texts)
{
    private const int Most = 200;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/searches", HandleAsync).RequireAuthorization(Access.Lead);

    private static async Task<IResult> HandleAsync(
        HttpRequest request, AddSearch add, ListSearches list, CancellationToken cancellation)
    {
        var input = SearchInput.From(await request.ReadFormAsync(cancellation));
        return await add.RunAsync(input, list, cancellation);
    }

    private async Task<IResult> RunAsync(SearchInput input, ListSearches list, CancellationToken cancellation)
    {
        var trial = await trying.LookAsync(input, cancellation);
        var refusals = SearchRules.Check(input, trial, texts).ToList();
        if (db.Set<Search>().Count() >= Most)
            refusals.Add(new("", texts["TooMany", Most]));
        if (refusals.Count > 0)
            return Answer.Refused<SearchesPage>((nameof(SearchesPage.View), await list.ViewAsync(input, refusals, trial, cancellation)));

        var organisation = caller.Required.Organisation;
        await keys.OfAsync(db, organisation, cancellation);
        db.Add(new Search
        {
            Id = SearchId.New(),
            Organisation = organisation,
            Name = input.Name,
            Kind = input.Kind,
            Query = trial!.Query,
            CreatedAt = clock.GetCurrentInstant(),
        });
        db.AfterCommit(signal.Set);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(caller.Required.To("mentions"));
    }
}
