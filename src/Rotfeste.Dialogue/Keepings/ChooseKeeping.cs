using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Keepings;

/// <summary>For how long the words of conversations are kept. Everyone may read it; an owner sets it.</summary>
internal sealed class ChooseKeeping(
    AppDb db, ForgetConversations forgetting, KeepDeletedWords deleted, DueWork due, LedgerWriter ledger, CurrentCaller caller, IClock clock, IStringLocalizer<Texts> texts)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/inbox/keeping", (bool? saved, ChooseKeeping use, CancellationToken cancellation) =>
            use.ShowAsync(saved == true, cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/inbox/keeping", (IFormCollection form, ChooseKeeping use, CancellationToken cancellation) =>
            use.KeepAsync(KeepingInput.From(form), cancellation)).RequireAuthorization(Access.Owner);
    }

    private async Task<IResult> ShowAsync(bool wasSaved, CancellationToken cancellation)
    {
        var rule = await db.Set<KeepingRule>().AsNoTracking().SingleOrDefaultAsync(cancellation);
        var input = new KeepingInput(
            rule?.Days is not null, (rule?.Days ?? KeepingRule.Proposed).ToString(CultureInfo.InvariantCulture), rule?.KeepsDeleted == true, rule?.Ground ?? "");
        var old = rule?.Days is { } days ? await forgetting.CountAsync(caller.Required.Organisation, days, cancellation) : 0;
        var view = new KeepingView(input, caller.Required.May.Contains(Access.Owner), wasSaved, old, []);
        return Answer.Page<KeepingPage>((nameof(KeepingPage.View), view));
    }

    private async Task<IResult> KeepAsync(KeepingInput input, CancellationToken cancellation)
    {
        var refusals = Refusals(input);
        if (refusals.Count > 0)
            return Answer.Refused<KeepingPage>((nameof(KeepingPage.View), new KeepingView(input, true, false, 0, refusals)));

        var me = caller.Required;
        var now = clock.GetCurrentInstant();
        var rule = await db.Set<KeepingRule>().SingleOrDefaultAsync(cancellation);
        if (rule is null)
            db.Add(rule = KeepingRule.Of(me.Organisation));
        rule.Choose(input.Forgets ? input.Number : null, me.Person, now);
        rule.ChooseDeleted(input.KeepsDeleted, input.Ground);
        if (!input.KeepsDeleted)
            await deleted.LetAllGoAsync(cancellation);
        ledger.Write(me.Organisation, "conversations-keeping", me.Person, new { days = rule.Days, deleted = rule.KeepsDeleted ? "archive" : "erased" });

        // An hour to think better of it.
        if (input.Forgets)
        {
            var job = new ForgetConversationsJob(me.Organisation, rule.Chain, 1);
            await due.ScheduleAsync(job, now + Duration.FromHours(1), job.Key, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(me.To("inbox/keeping?saved=true"));
    }

    private List<Refusal> Refusals(KeepingInput input)
    {
        var refusals = new List<Refusal>();
        if (input.Forgets && input.Number is null or < KeepingRule.Fewest or > KeepingRule.Most)
            refusals.Add(new("days", texts["Refused", KeepingRule.Fewest, KeepingRule.Most]));
        if (input.KeepsDeleted && input.Ground.Length is 0 or > KeepingRule.LongestGround)
            refusals.Add(new("ground", texts["Refused.Ground", KeepingRule.LongestGround]));
        return refusals;
    }
}

/// <summary>What was chosen.</summary>
/// <param name="Forgets">Words go after some days.</param>
/// <param name="Days">As stored, as proposed, or as typed.</param>
/// <param name="KeepsDeleted">What its author deletes is kept for the archive.</param>
/// <param name="Ground">By which law.</param>
public sealed record KeepingInput(bool Forgets, string Days, bool KeepsDeleted, string Ground)
{
    internal int? Number => int.TryParse(Days, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    internal static KeepingInput From(IFormCollection form) => new(
        form.Text("choice") == "forget", form.Text("days"), form.Text("deleted") == "archive", form.Text("ground").Replace('\0', ' '));
}

/// <summary>For how long words are kept, as the page shows it.</summary>
/// <param name="Chosen">What stands, or was typed.</param>
/// <param name="MayChange">The reader may change it.</param>
/// <param name="WasSaved">It was saved just now.</param>
/// <param name="Due">How many conversations are old enough now.</param>
/// <param name="Refusals">Why it was refused.</param>
public sealed record KeepingView(KeepingInput Chosen, bool MayChange, bool WasSaved, int Due, IReadOnlyList<Refusal> Refusals);
