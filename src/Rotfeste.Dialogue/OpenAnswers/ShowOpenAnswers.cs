using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Library;
using Rotfeste.Dialogue.Turns;
using Rotfeste.People.Contracts;
using Rotfeste.Platform;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Languages;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.OpenAnswers;

/// <summary>What the organisation has answered in public, for everybody: no sign-in, no script, no cookie, nobody counted.</summary>
internal sealed class ShowOpenAnswers(AppDb db, LibraryReading reading, Organisations organisations, HelpTokens tokens, Settings settings)
{
    private const int MostWords = 200;
    private static readonly XNamespace Sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/answers", (string? q, ShowOpenAnswers use, CancellationToken cancellation) =>
            use.ListAsync(Shortened.Of(q?.Trim() ?? "", MostWords), cancellation)).AllowAnonymous().RequireRateLimiting(OpenDoor.Pages);
        routes.MapGet("/answers/sitemap.xml", (ShowOpenAnswers use, CancellationToken cancellation) =>
            use.SitemapAsync(cancellation)).AllowAnonymous().RequireRateLimiting(OpenDoor.Pages);
        routes.MapGet("/answers/{slug}", (string slug, string? thanks, ShowOpenAnswers use, CancellationToken cancellation) =>
            use.OneAsync(slug, thanks is not null, cancellation)).AllowAnonymous().RequireRateLimiting(OpenDoor.Pages);
    }

    private async Task<IResult> ListAsync(string words, CancellationToken cancellation)
    {
        if (await OwnAsync(cancellation) is not { } own)
            return Results.NotFound();

        var rows = (await reading.FindAsync(words, cancellation)).Where(a => a is { PublicSince: not null, Slug: not null })
            .OrderBy(a => a.Topic, StringComparer.Ordinal).ThenBy(a => a.Question, StringComparer.Ordinal)
            .Select(a => new OpenRowView(a.Topic, a.Question, $"{RootOf(own)}/{a.Slug}", a.Language));
        var page = Answer.Page<OpenListPage>((nameof(OpenListPage.View), new OpenListView(own.Name, RootOf(own), words, [.. rows])));
        return new InLanguage(page, own.Language, isCacheable: true);
    }

    private async Task<IResult> OneAsync(string slug, bool isThanked, CancellationToken cancellation)
    {
        if (await OwnAsync(cancellation) is not { } own || await FindAsync(slug, cancellation) is not { } answer)
            return Results.NotFound();

        var kept = answer.KeptAt.InZone(DateTimeZoneProviders.Tzdb[own.Zone]).Date;
        var culture = (Language.Find(answer.Language) ?? Language.All[0]).Culture;
        var page = Answer.Page<OpenAnswerPage>((nameof(OpenAnswerPage.View), new OpenAnswerView(
            own.Name, RootOf(own), answer.Question, Pieces.Of("bluesky", answer.Text),
            [.. answer.Sources.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(s => new PieceView(s, SafeLink.Of(s)))],
            kept.ToString(answer.Language == "en" ? "d MMMM yyyy" : "d. MMMM yyyy", culture), LocalDatePattern.Iso.Format(kept),
            $"{RootOf(own)}/{slug}/help", tokens.Of(own.Id, slug), isThanked)));
        return new InLanguage(page, answer.Language, isCacheable: !isThanked);
    }

    private async Task<IResult> SitemapAsync(CancellationToken cancellation)
    {
        if (await OwnAsync(cancellation) is not { } own)
            return Results.NotFound();

        var root = new Uri(settings.Address, RootOf(own)).AbsoluteUri;
        var pages = (await reading.AllAsync(cancellation)).Where(a => a is { PublicSince: not null, Slug: not null }).Select(a => new XElement(
            Sitemaps + "url",
            new XElement(Sitemaps + "loc", $"{root}/{a.Slug}"),
            new XElement(Sitemaps + "lastmod", a.KeptAt.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture))));
        var map = new XElement(Sitemaps + "urlset", new XElement(Sitemaps + "url", new XElement(Sitemaps + "loc", root)), pages);
        return new InLanguage(
            Results.Text($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{map}", "application/xml", Encoding.UTF8), own.Language, isCacheable: true);
    }

    private async Task<LibraryAnswer?> FindAsync(string slug, CancellationToken cancellation) =>
        (await reading.AllAsync(cancellation)).FirstOrDefault(a => a.PublicSince is not null && a.Slug == slug);

    private async Task<OrganisationCard?> OwnAsync(CancellationToken cancellation) =>
        db.Current.Value is { } id ? await organisations.FindAsync(id, cancellation) : null;

    private static string RootOf(OrganisationCard own) => $"/{own.Slug}/answers";
}
