using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Newcomers;

/// <summary>The rule, as a form.</summary>
public sealed record NewcomersView(string Answers, IReadOnlyList<Refusal> Refusals, bool IsSaved);

/// <summary>Say whether a colleague looks at the first answers of somebody new.</summary>
internal sealed class KeepNewcomerRule(AppDb db, NewcomerCheck check, CurrentCaller caller, IStringLocalizer<Texts> texts)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/newcomers", (string? saved, KeepNewcomerRule use, CancellationToken cancellation) =>
            use.ShowAsync(saved is not null, cancellation)).RequireAuthorization(Access.Lead);
        routes.MapPost("/newcomers", (IFormCollection form, KeepNewcomerRule use, CancellationToken cancellation) =>
            use.KeepAsync(form.Text("answers"), cancellation)).RequireAuthorization(Access.Lead);
    }

    private async Task<IResult> ShowAsync(bool isSaved, CancellationToken cancellation)
    {
        var answers = await check.AnswersAsync(cancellation);
        return Answer.Page<NewcomersPage>((nameof(NewcomersPage.View), new NewcomersView(
            answers == 0 ? "" : answers.ToString(CultureInfo.InvariantCulture), [], isSaved)));
    }

    private async Task<IResult> KeepAsync(string typed, CancellationToken cancellation)
    {
        var isNumber = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var answers);
        if (typed.Length > 0 && !(isNumber && answers <= NewcomerRule.Most))
        {
            var refusal = new Refusal("answers", texts["Refused.Answers", NewcomerRule.Most]);
            return Answer.Refused<NewcomersPage>((nameof(NewcomersPage.View), new NewcomersView(typed, [refusal], false)));
        }

        var rule = await db.Set<NewcomerRule>().FirstOrDefaultAsync(cancellation);
        if (rule is null)
            db.Add(rule = NewcomerRule.Of(caller.Required.Organisation));
        rule.Settle(answers);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(caller.Required.To("newcomers?saved=yes"));
    }
}
