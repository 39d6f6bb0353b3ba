using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Listening.Feeds;
using Rotfeste.Networks.Feeds;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Listening.Sources;

/// <summary>A web address is typed; a feed there is added, and a page's feeds are shown to choose among.</summary>
internal sealed class AddFeed(
    AppDb db, CurrentCaller caller, FeedCalls calls, ListSources list, DueWork due, IClock clock, IStringLocalizer<Texts> texts)
{
    private const int Most = 200;
    private const int LongestAddress = 500;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/sources", (IFormCollection form, AddFeed add, CancellationToken cancellation) =>
        add.HandleAsync(form, cancellation)).RequireAuthorization(Access.Lead);

    private async Task<IResult> HandleAsync(IFormCollection form, CancellationToken cancellation)
    {
        var typed = form.Text("address");
        if (Read(typed) is not { } address)
            return await RefusedAsync(typed, texts["AddressWrong"], cancellation);
        if (await db.Set<Source>().CountAsync(cancellation) >= Most)
            return await RefusedAsync(typed, texts["TooMany", Most], cancellation);

        var answer = await calls.AskAsync(address, null, null, cancellation);
        if (answer.Trouble != SourceTrouble.None)
            return await RefusedAsync(typed, $"{texts[$"Trouble.{answer.Trouble}"]} {texts[$"Do.{answer.Trouble}"]}", cancellation);
        var reading = FeedReader.Read(answer.Body, answer.ContentType, answer.Address);
        return reading.Feed is { } feed
            ? await SaveAsync(answer.HasMoved ? answer.Address : address, feed, form.Text("all") == "true", typed, cancellation)
            : await ProposeAsync(typed, answer, cancellation);
    }

    private async Task<IResult> SaveAsync(Uri address, Feed feed, bool takesAll, string typed, CancellationToken cancellation)
    {
        var me = caller.Required;
        if (await db.Set<Source>().AnyAsync(s => s.Kind == SourceKind.Feed && s.Address == address.AbsoluteUri, cancellation))
            return await RefusedAsync(typed, texts["HaveIt"], cancellation);
        var name = feed.Title.ToPlain().Trim() is { Length: > 0 } title ? title : address.Host;
        var source = Source.Of(SourceKind.Feed, me.Organisation, name, address.AbsoluteUri, me.Person, clock.GetCurrentInstant());
        source.TakesAll = takesAll;
        db.Add(source);
        await due.ScheduleAsync(new PollFeedJob(me.Organisation, source.Id.Value), clock.GetCurrentInstant(), source.Id.ToString(), cancellation);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(me.To("sources"));
    }

    // What the page names; else what lies at the usual places, as far as one of them answers.
    private async Task<IResult> ProposeAsync(string typed, FeedAnswer page, CancellationToken cancellation)
    {
        var found = FeedDiscovery.InPage(page.Body, page.ContentType, page.Address).Select(f => new FeedChoice(f.Address.AbsoluteUri, f.Title)).ToList();
        foreach (var place in found.Count > 0 ? [] : FeedDiscovery.UsualPlaces(page.Address))
        {
            var answer = await calls.AskAsync(place, null, null, cancellation);
            if (answer.Trouble == SourceTrouble.Unreachable)
                break;
            if (answer.Trouble == SourceTrouble.None && FeedReader.Read(answer.Body, answer.ContentType, answer.Address).Feed is { } feed)
            {
                found.Add(new FeedChoice(answer.Address.AbsoluteUri, feed.Title.ToPlain()));
                break;
            }
        }

        return found.Count == 0
            ? await RefusedAsync(typed, texts["NoFeed"], cancellation)
            : Answer.Page<SourcesPage>((nameof(SourcesPage.View), await list.ViewAsync(cancellation) with { Address = typed, Found = found }));
    }

    private Task<IResult> RefusedAsync(string typed, string why, CancellationToken cancellation) =>
        list.RefusedAsync(typed, new Refusal("address", why), cancellation);

    private static Uri? Read(string typed)
    {
        var whole = typed.Contains("://", StringComparison.Ordinal) ? typed : $"https://{typed}";
        return typed.Length is > 3 and <= LongestAddress && Uri.TryCreate(whole, UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https" && address.UserInfo.Length == 0 && (address.Host.Contains('.', StringComparison.Ordinal) || address.IsLoopback)
            ? address
            : null;
    }
}
