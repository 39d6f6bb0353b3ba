using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Listening.Intakes;
using Rotfeste.Listening.Masking;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Posts;
using Rotfeste.Listening.Sources;
using Rotfeste.People.Contracts;
using Rotfeste.Platform;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Listening.Tips;

/// <summary>"Look at this": a link and a word on why, from anyone, typed, from a bookmark or from the phone's share menu. Nothing is fetched.</summary>
internal sealed class GiveTip(
    AppDb db, CurrentCaller caller, Intake intake, SearchIndexes indexes, Settings settings, IClock clock, IStringLocalizer<Texts> texts)
{
    private const int Shown = 20;
    private const int LongestTitle = 300;
    private const int LongestText = 2_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/tips", (string? url, string? title, string? text, bool? saved, GiveTip give, CancellationToken cancellation) =>
            give.ShowAsync(url, title, text, saved == true, cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/tips", (IFormCollection form, GiveTip give, CancellationToken cancellation) =>
            give.HandleAsync(form, cancellation)).RequireAuthorization(Access.Member);
    }

    // A phone's share menu often puts the link into the text.
    private async Task<IResult> ShowAsync(string? url, string? title, string? text, bool isSaved, CancellationToken cancellation)
    {
        var link = SourcePost.IsWeb(url) ? url! : text?.Split(' ', '\n').LastOrDefault(SourcePost.IsWeb) ?? url ?? "";
        return Answer.Page<TipsPage>((nameof(TipsPage.View), await ViewAsync(Cut(link, 2_000), Cut(title ?? "", LongestTitle), "", [], isSaved, cancellation) with { Text = Cut(text ?? "", LongestText) }));
    }

    private async Task<IResult> HandleAsync(IFormCollection form, CancellationToken cancellation)
    {
        var (url, title, why) = (form.Text("url"), form.Text("title"), form.Text("why"));
        var refusals = new List<Refusal>();
        if (!SourcePost.IsWeb(url))
            refusals.Add(new("url", texts["LinkWrong"]));
        if (why.Length > Tip.LongestWhy)
            refusals.Add(new("why", texts["WhyLong", Tip.LongestWhy]));
        if (refusals.Count > 0)
            return Answer.Refused<TipsPage>((nameof(TipsPage.View), await ViewAsync(url, title, why, refusals, false, cancellation)));

        var searches = await indexes.OfAsync(db, cancellation);
        await db.WriteAsync(() => StoreAsync(new Uri(url), Cut(title, LongestTitle), why, searches, cancellation), cancellation);
        return Answer.SeeOther(caller.Required.To("tips?saved=true"));
    }

    private async Task StoreAsync(Uri link, string title, string why, Matching.MatchIndex<Listening.Contracts.SearchId> searches, CancellationToken cancellation)
    {
        var (me, now) = (caller.Required, clock.GetCurrentInstant());
        var address = link.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);
        var post = new SourcePost("tip", $"tip:{address}", title.Length > 0 ? title : link.AbsoluteUri, now)
        {
            WebLink = link.AbsoluteUri,
            Author = link.Host,
            AuthorName = link.Host,
            Links = [link.AbsoluteUri],
        }.ToNetworkPost();
        var source = await db.Set<Source>().FirstOrDefaultAsync(s => s.Kind == SourceKind.Tips, cancellation);
        if (source is null)
            db.Add(source = Source.Of(SourceKind.Tips, me.Organisation, texts["Title"], "", me.Person, now));
        var found = await intake.TakeAsync(me.Organisation, [post], searches, takesAll: true, cancellation);
        await intake.CountAsync(source, found, found, cancellation);
        source.Hear(now, hasNew: true);
        await db.SaveChangesAsync(cancellation);

        var mention = await db.Set<Mention>().FirstOrDefaultAsync(m => db.Set<KeptPost>().Any(p => p.Id == m.Post && p.Uri == post.Uri), cancellation);
        if (mention is null)
            return;
        if (await db.Set<Tip>().FirstOrDefaultAsync(t => t.Mention == mention.Id && t.Person == me.Person, cancellation) is { } mine)
            mine.Why = why.Length > 0 ? why : mine.Why;
        else
            db.Add(new Tip { Id = Guid.CreateVersion7(), Organisation = me.Organisation, Mention = mention.Id, Person = me.Person, Why = why, At = now });
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<TipsView> ViewAsync(
        string url, string title, string why, IReadOnlyList<Refusal> refusals, bool isSaved, CancellationToken cancellation)
    {
        var me = caller.Required.Person;
        var mine = await (
            from tip in db.Set<Tip>().AsNoTracking()
            where tip.Person == me
            join mention in db.Set<Mention>() on tip.Mention equals mention.Id
            join post in db.Set<KeptPost>() on mention.Post equals post.Id
            orderby tip.At descending
            select new { post.Text, post.WebLink, tip.At, mention.TakenAt, mention.DismissedAt }).Take(Shown).ToListAsync(cancellation);
        var page = new Uri(settings.Address, caller.Required.To("tips"));
        var bookmark = string.Create(
            CultureInfo.InvariantCulture,
            $"javascript:location.href='{page}?url='+encodeURIComponent(location.href)+'&title='+encodeURIComponent(document.title)+'&text='+encodeURIComponent([...''+getSelection()].slice(0,1000).join(''))");
        return new(
            url, title, why,
            [.. mine.Select(t => new TipView(Cut(Masked.Of(t.Text).Split('\n')[0], 120), t.WebLink, t.At, t.TakenAt is not null, t.DismissedAt is not null))],
            bookmark, refusals, isSaved);
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}
