using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Labels;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Criticism;

/// <summary>The guide and the care, as a form.</summary>
public sealed record CriticismView(string Guide, string Care, Guid? Label, IReadOnlyList<LabelView> Labels, IReadOnlyList<Refusal> Refusals, bool IsSaved);

/// <summary>Say how we meet criticism, and whom an employee can talk to.</summary>
internal sealed class KeepCriticismPlan(AppDb db, GuideReading reading, LabelReading labels, CurrentCaller caller, IStringLocalizer<Texts> texts)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/criticism", (string? saved, KeepCriticismPlan use, CancellationToken cancellation) =>
            use.ShowAsync(saved is not null, cancellation)).RequireAuthorization(Access.Lead);
        routes.MapPost("/criticism", (IFormCollection form, KeepCriticismPlan use, CancellationToken cancellation) =>
            use.KeepAsync(form, cancellation)).RequireAuthorization(Access.Lead);
    }

    private async Task<IResult> ShowAsync(bool isSaved, CancellationToken cancellation)
    {
        var plan = await db.Set<CriticismPlan>().AsNoTracking().FirstOrDefaultAsync(cancellation);
        return Answer.Page<CriticismPage>((nameof(CriticismPage.View), new CriticismView(
            plan is { Guide.Length: > 0 } ? plan.Guide : reading.Usual, plan?.Care ?? "", plan?.Label?.Value,
            await labels.AllAsync(cancellation), [], isSaved)));
    }

    private async Task<IResult> KeepAsync(IFormCollection form, CancellationToken cancellation)
    {
        var (guide, care) = (form.Text("guide").ReplaceLineEndings("\n"), form.Text("care").ReplaceLineEndings("\n"));
        var all = await labels.AllAsync(cancellation);
        Guid? label = Guid.TryParse(form.Text("label"), out var chosen) && all.Any(l => l.Id == chosen) ? chosen : null;
        List<Refusal> refusals = [];
        if (guide.Length > CriticismPlan.LongestGuide)
            refusals.Add(new("guide", texts["Refused.Long", CriticismPlan.LongestGuide]));
        if (care.Length > CriticismPlan.LongestCare)
            refusals.Add(new("care", texts["Refused.Long", CriticismPlan.LongestCare]));
        if (refusals.Count > 0)
            return Answer.Refused<CriticismPage>((nameof(CriticismPage.View), new CriticismView(guide, care, label, all, refusals, false)));

        var plan = await db.Set<CriticismPlan>().FirstOrDefaultAsync(cancellation);
        if (plan is null)
            db.Add(plan = CriticismPlan.Of(caller.Required.Organisation));

        // Ours, unchanged, is kept as ours: it follows each reader's language.
        plan.Settle(guide == reading.Usual ? "" : guide, care, label is { } id ? LabelId.From(id) : null);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(caller.Required.To("criticism?saved=yes"));
    }
}
