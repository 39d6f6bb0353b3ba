using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Listening.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.ByHand;

/// <summary>Carry in what was said where no account of ours can answer: it waits, is answered and counted like anything else.</summary>
internal sealed class CarryIn(
    AppDb db, Posts posts, Arrivals arrivals, CarriedBefore before, CurrentCaller caller, IStringLocalizer<Texts> texts, IClock clock)
{
    private static readonly Duration Oldest = Duration.FromDays(366);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/inbox/by-hand", (string? url, string? text, CarryIn use, CancellationToken cancellation) =>
            use.ShowAsync(url, text, cancellation)).RequireAuthorization(Access.Answer);
        routes.MapPost("/inbox/by-hand", (IFormCollection form, CarryIn use, CancellationToken cancellation) =>
            use.HandleAsync(form, cancellation)).RequireAuthorization(Access.Answer);
    }

    // A phone's share menu often puts the link into the text.
    private async Task<IResult> ShowAsync(string? url, string? text, CancellationToken cancellation)
    {
        var link = Turns.SafeLink.Of(url) ?? text?.Split(' ', '\n').LastOrDefault(w => Turns.SafeLink.Of(w) is not null);
        var words = CarriedWords.From(link, "", "", text?.Replace(link ?? "\0", "", StringComparison.Ordinal), false);
        return Answer.Page<CarryInPage>((nameof(CarryInPage.View), new CarryInView(words, "", [])
        {
            Before = await before.OfAsync(link, cancellation),
            Here = await before.HereAsync(link ?? url ?? "", cancellation),
        }));
    }

    private async Task<IResult> HandleAsync(IFormCollection form, CancellationToken cancellation)
    {
        var words = CarriedWords.From(form.Text("link"), form.Text("place"), form.Text("name"), form.Raw("text"), form.Text("closed").Length > 0);
        var (now, typed) = (clock.GetCurrentInstant(), form.Text("at"));
        if (await before.HereAsync(words.Link, cancellation) is { } here)
            return Answer.Refused<CarryInPage>((nameof(CarryInPage.View), new CarryInView(words, typed, []) { Here = here }));

        var at = ReadTime(typed, now);
        var refusals = Check(words, at, now).ToList();
        if (refusals.Count == 0 && at is { } said && await StoreAsync(words, said, form.Text("take").Length > 0, cancellation) is { } id)
            return Answer.SeeOther(caller.Required.To($"inbox/{id}"));

        if (refusals.Count == 0)
            refusals.Add(new("name", texts["Refused.Shielded"]));
        return Answer.Refused<CarryInPage>((nameof(CarryInPage.View), new CarryInView(words, typed, refusals)));
    }

    private IEnumerable<Refusal> Check(CarriedWords words, Instant? at, Instant now)
    {
        if (words.Text.Length == 0)
            yield return new("text", texts["Refused.NoWords"]);
        if (words.Link.Length > 0 && !words.HasGoodLink)
            yield return new("link", texts["Refused.Link"]);
        if (words is { Link.Length: 0, Place.Length: 0 })
            yield return new("place", texts["Refused.NoPlace"]);
        if (at is null || at > now || at < now - Oldest)
            yield return new("at", texts["Refused.Time"]);
    }

    // Nothing typed is now; what does not exist on the clock (summer time began) is read an hour later.
    private Instant? ReadTime(string typed, Instant now) => typed.Length == 0
        ? now
        : LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm").Parse(typed) is { Success: true } read
            ? read.Value.InZoneLeniently(caller.Required.Zone).ToInstant()
            : null;

    /// <summary>Null where a colleague keeps the author's account to themselves.</summary>
    private Task<ConversationId?> StoreAsync(CarriedWords words, Instant at, bool takes, CancellationToken cancellation) =>
        db.OnWhatStandsAsync<ConversationId?>(async () =>
        {
            var kept = await posts.KeepAsync([words.ToPost(at)], cancellation);
            await db.SaveChangesAsync(cancellation);
            if (kept is not [var post])
                return null;

            var stored = (await posts.FindAsync([post], cancellation))[post];
            var id = await arrivals.ReceiveAsync(stored, HandChannel.Id, at, cancellation);
            if (takes)
                await arrivals.TakeAsync(id, caller.Required.Person, cancellation);
            await db.SaveChangesAsync(cancellation);
            return id;
        });
}
