using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using NodaTime.Text;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Slots;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Subjects;

/// <summary>Say what one knows and wants to be asked about, when one is away, and how much is enough.</summary>
internal sealed class KeepSubjects(AppDb db, CurrentCaller caller, IStringLocalizer<Texts> texts)
{
    /// <summary>The person's profile leads to it.</summary>
    public static OwnChoices Slot { get; } = new(
        20, "profile/subjects", p => p.GetRequiredService<IStringLocalizer<Texts>>()["Title"], p => p.GetRequiredService<IStringLocalizer<Texts>>()["What"]);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/profile/subjects", (string? saved, KeepSubjects use, CancellationToken cancellation) =>
            use.ShowAsync(saved is not null, cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/profile/subjects", (IFormCollection form, KeepSubjects use, CancellationToken cancellation) =>
            use.KeepAsync(form, cancellation)).RequireAuthorization(Access.Member);
    }

    private async Task<IResult> ShowAsync(bool isSaved, CancellationToken cancellation)
    {
        var mine = await MineAsync(cancellation);
        return Answer.Page<SubjectsPage>((nameof(SubjectsPage.View), new SubjectsView(
            mine?.Lines ?? "", mine?.AwayUntil is { } day ? LocalDatePattern.Iso.Format(day) : "", mine?.MostAtOnce ?? Knowing.UsualMost, [], isSaved)));
    }

    private async Task<IResult> KeepAsync(IFormCollection form, CancellationToken cancellation)
    {
        string[] lines = [.. form.Raw("subjects").Replace("\0", "", StringComparison.Ordinal).ReplaceLineEndings("\n")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.CurrentCultureIgnoreCase)];
        var away = form.Text("away");
        var day = LocalDatePattern.Iso.Parse(away);
        var most = int.TryParse(form.Text("most"), NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? Math.Clamp(typed, 1, Knowing.MostOfMost) : Knowing.UsualMost;
        var refusals = new List<Refusal>();
        if (lines.Length > Knowing.MostLines)
            refusals.Add(new("subjects", texts["Refused.Many", Knowing.MostLines]));
        if (Array.Find(lines, l => l.Length > Knowing.LongestLine) is { } line)
            refusals.Add(new("subjects", texts["Refused.Long", line[..20], Knowing.LongestLine]));
        if (away.Length > 0 && !day.Success)
            refusals.Add(new("away", texts["Refused.Day"]));
        if (refusals.Count > 0)
            return Answer.Refused<SubjectsPage>((nameof(SubjectsPage.View), new SubjectsView(string.Join('\n', lines), away, most, refusals, false)));

        var me = caller.Required;
        var mine = await db.Set<Knowing>().FirstOrDefaultAsync(k => k.Person == me.Person, cancellation);
        if (mine is null)
            db.Add(mine = Knowing.Of(me.Organisation, me.Person));
        mine.Say(lines, day.Success ? day.Value : null, most);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(me.To("profile/subjects?saved=yes"));
    }

    private Task<Knowing?> MineAsync(CancellationToken cancellation)
    {
        var me = caller.Required.Person;
        return db.Set<Knowing>().AsNoTracking().FirstOrDefaultAsync(k => k.Person == me, cancellation);
    }
}
