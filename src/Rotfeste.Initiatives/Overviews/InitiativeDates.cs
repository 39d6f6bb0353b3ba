using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Slots;
using Stage = Rotfeste.Initiatives.Contracts.InitiativeStage;

namespace Rotfeste.Initiatives.Overviews;

/// <summary>The days of initiatives in the calendars of those who own and lead them.</summary>
internal static class InitiativeDates
{
    private const int Most = 200;

    public static DatesOf Slot { get; } = new(ReadAsync);

    private static async Task<IReadOnlyList<PersonDate>> ReadAsync(IServiceProvider scope, PersonId person, CancellationToken cancellation)
    {
        var texts = scope.GetRequiredService<IStringLocalizer<Texts>>();
        var mine = await scope.GetRequiredService<AppDb>().Set<Initiative>().AsNoTracking()
            .Where(i => (i.Owner == person || i.Leader == person) && i.Stage != Stage.Ended)
            .OrderBy(i => i.LookAgainOn).Take(Most).ToListAsync(cancellation);
        return [.. mine.SelectMany(i => Of(i, texts))];
    }

    private static IEnumerable<PersonDate> Of(Initiative initiative, IStringLocalizer<Texts> texts)
    {
        var path = $"initiatives/{initiative.Id}";
        yield return new PersonDate($"look-again-{initiative.Id}", initiative.LookAgainOn, null, texts["Date.LookAgain", initiative.Title], path);
        if (initiative is { HasStarted: false, StartsOn: { } starts })
            yield return new PersonDate($"starts-{initiative.Id}", starts, null, texts["Date.Starts", initiative.Title], path);
    }
}
