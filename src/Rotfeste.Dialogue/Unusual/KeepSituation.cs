using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Live;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Unusual;

/// <summary>Begin an unusual situation, change it, and end it with a short look back.</summary>
internal sealed class KeepSituation(
    AppDb db, SituationForms forms, Colleagues colleagues, Notify notify, LedgerWriter ledger, LiveTopics live, CurrentCaller caller,
    IStringLocalizer<Texts> texts, IClock clock)
{
    public static NoticeKind Began { get; } = NoticeKind.Of<Texts>("unusual-began", "Notice.Began");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/unusual", (int? sent, int? left, KeepSituation use, CancellationToken cancellation) =>
            use.ShowAsync(sent, left, cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/unusual", (IFormCollection form, KeepSituation use, CancellationToken cancellation) =>
            use.AgainAsync(() => use.KeepAsync(form, cancellation))).RequireAuthorization(Access.Lead);
        routes.MapPost("/unusual/{id:guid}/ending", (Guid id, IFormCollection form, KeepSituation use, CancellationToken cancellation) =>
            use.AgainAsync(() => use.EndAsync(id, form.Text("lookBack"), cancellation))).RequireAuthorization(Access.Lead);
    }

    // Two begin it, or one ends it while another changes it.
    private Task<IResult> AgainAsync(Func<Task<IResult>> change) => db.OnWhatStandsAsync(change);

    private async Task<UnusualSituation?> NowAsync(CancellationToken cancellation) =>
        await db.Set<UnusualSituation>().Where(s => s.EndedAt == null).OrderByDescending(s => s.BeganAt).FirstOrDefaultAsync(cancellation);

    private async Task<IResult> ShowAsync(int? sent, int? left, CancellationToken cancellation)
    {
        var view = await forms.ReadAsync(await NowAsync(cancellation), null, [], cancellation);
        return Answer.Page<UnusualPage>((nameof(UnusualPage.View), view with { Answers = sent is { } gone ? (gone, left ?? 0) : null }));
    }

    // The same form begins and changes it: there is one at a time.
    private async Task<IResult> KeepAsync(IFormCollection form, CancellationToken cancellation)
    {
        var now = await NowAsync(cancellation);
        var words = new SituationWords(
            form.Text("title"), PersonId.From(Guid.TryParse(form.Text("lead"), out var lead) ? lead : Guid.Empty),
            form.Text("onCall").ReplaceLineEndings("\n"), form.Text("agreed").ReplaceLineEndings("\n"), form.ContainsKey("holds"));
        List<Refusal> refusals = [.. await CheckAsync(words, cancellation)];

        // Whoever begins it does not overwrite what a colleague began meanwhile: the next press changes that one, knowingly.
        if (now is not null && form.Text("situation") != $"{now.Id}")
            refusals.Add(new("", texts["Refused.Begun", now.Title]));
        if (refusals.Count > 0)
            return Answer.Refused<UnusualPage>((nameof(UnusualPage.View), await forms.ReadAsync(now, words, refusals, cancellation)));

        var me = caller.Required;
        if (now is null)
        {
            db.Add(now = UnusualSituation.Begin(me.Organisation, words, me.Person, clock.GetCurrentInstant()));
            ledger.Write(me.Organisation, "unusual-situation-began", me.Person, new { situation = now.Id, lead = words.Lead.Value, holds = words.HoldsPublishing });
            var able = (await colleagues.WhoMayAnswerAsync(cancellation)).Select(c => c.Person).Where(p => p != me.Person).ToList();
            await notify.TellAsync(able, new Notice(Began.Name, [words.Title, await NameAsync(words.Lead, cancellation)], "unusual", NoticeUrgency.Urgent), cancellation);
        }

        now.Settle(words);
        live.AnnounceAfter(db, me.Organisation, Changes.Inbox);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(me.To("unusual"));
    }

    private async Task<IResult> EndAsync(Guid id, string lookBack, CancellationToken cancellation)
    {
        if (await db.Set<UnusualSituation>().FirstOrDefaultAsync(s => s.Id == id, cancellation) is not { } situation)
            return Results.NotFound();

        var me = caller.Required;
        if (situation.EndedAt is null)
            ledger.Write(me.Organisation, "unusual-situation-ended", me.Person, new { situation = id });
        situation.End(lookBack.Length <= UnusualSituation.LongestLookBack ? lookBack : lookBack[..UnusualSituation.LongestLookBack], clock.GetCurrentInstant());
        live.AnnounceAfter(db, me.Organisation, Changes.Inbox);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(me.To("unusual"));
    }

    private async Task<string> NameAsync(PersonId person, CancellationToken cancellation) =>
        (await colleagues.FindAsync([person], cancellation)).GetValueOrDefault(person)?.Name ?? "";

    private async Task<IEnumerable<Refusal>> CheckAsync(SituationWords words, CancellationToken cancellation)
    {
        var refusals = new List<Refusal>();
        if (words.Title.Length is 0 or > UnusualSituation.LongestTitle)
            refusals.Add(new("title", texts["Refused.Title", UnusualSituation.LongestTitle]));
        if ((await colleagues.FindAsync([words.Lead], cancellation)).GetValueOrDefault(words.Lead) is not { IsActive: true })
            refusals.Add(new("lead", texts["Refused.Lead"]));
        if (words.OnCall.Length > UnusualSituation.LongestOnCall)
            refusals.Add(new("onCall", texts["Refused.Long", UnusualSituation.LongestOnCall]));
        if (words.Agreed.Length > UnusualSituation.LongestAgreed)
            refusals.Add(new("agreed", texts["Refused.Long", UnusualSituation.LongestAgreed]));
        return refusals;
    }
}
