using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Dialogue.Waits;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Slots;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Reports;

/// <summary>A person's own figures. The address names nobody: it is always whoever asks, and nobody else is shown them.</summary>
internal sealed class ShowOwnAnswers(AppDb db, WaitQuery waits, CurrentCaller caller, IClock clock)
{
    /// <summary>The person's profile leads to it.</summary>
    public static OwnChoices Slot { get; } = new(
        40, "profile/answers", p => p.GetRequiredService<IStringLocalizer<Texts>>()["Own"], p => p.GetRequiredService<IStringLocalizer<Texts>>()["Own.What"]);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(
        "/profile/answers", (int? weeks, ShowOwnAnswers use, CancellationToken cancellation) => use.HandleAsync(weeks, cancellation)).RequireAuthorization(Access.Member);

    private async Task<IResult> HandleAsync(int? weeks, CancellationToken cancellation)
    {
        var period = ReportPeriod.Of(weeks, null, caller.Required.Zone, clock.GetCurrentInstant());
        var rule = await waits.RuleAsync(cancellation);
        var mine = new GroupSum(rule);
        await foreach (var wait in WaitQuery.Read(Mine(period)).AsAsyncEnumerable().WithCancellation(cancellation))
            mine.Add(wait);
        return Answer.Page<OwnAnswersPage>((nameof(OwnAnswersPage.Pair), mine.Close()), (nameof(OwnAnswersPage.Weeks), period.Weeks));
    }

    private IQueryable<Wait> Mine(ReportPeriod period)
    {
        var (me, from, until) = (caller.Required.Person, period.Start, period.End);
        return db.Set<Wait>().AsNoTracking().Where(w => w.Organisation == caller.Required.Organisation && w.By == me && w.AskedAt >= from && w.AskedAt < until);
    }
}
