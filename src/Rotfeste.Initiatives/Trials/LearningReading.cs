using Microsoft.EntityFrameworkCore;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Ideas;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Initiatives.Trials;

/// <summary>What was learnt, newest first, and what of it resembles an idea.</summary>
internal sealed class LearningReading(AppDb db, CurrentCaller caller, Colleagues colleagues)
{
    private const int MostAlike = 3;
    private const double AlikeFrom = 0.3;

    public async Task<LearningsView> SearchAsync(string asked, CancellationToken cancellation)
    {
        var words = asked.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var all = await AllAsync(cancellation);
        return new LearningsView(asked, [.. all.Where(l => words.All(w => Has(l, w)))]);
    }

    public async Task<IReadOnlyList<AlikeView>> AlikeAsync(string text, CancellationToken cancellation) =>
    [
        .. (await AllAsync(cancellation))
            .Select(l => (Learning: l, Likeness: Resemblance.Of(text, $"{l.Title} {l.Believed} {l.Learnt}")))
            .Where(l => l.Likeness >= AlikeFrom).OrderByDescending(l => l.Likeness).Take(MostAlike)
            .Select(l => new AlikeView(l.Learning.Address, l.Learning.Title, l.Learning.Learnt)),
    ];

    private static bool Has(LearningView learning, string word) =>
        $"{learning.Title} {learning.Believed} {learning.Learnt}".Contains(word, StringComparison.CurrentCultureIgnoreCase);

    private async Task<IReadOnlyList<LearningView>> AllAsync(CancellationToken cancellation)
    {
        var found = await (
            from trial in db.Set<Trial>()
            where trial.EndedAt != null
            join initiative in db.Set<Initiative>() on trial.Initiative equals initiative.Id
            orderby trial.EndedAt descending
            select new { Trial = trial, initiative.Title }).AsNoTracking().ToListAsync(cancellation);
        var names = await colleagues.FindAsync([.. found.Select(f => f.Trial.EndedBy!.Value).Distinct()], cancellation);
        return
        [
            .. found.Select(f => new LearningView(
                caller.Required.To($"initiatives/{f.Trial.Initiative}"), f.Title, f.Trial.Believe, f.Trial.Learnt, f.Trial.EndedAt!.Value,
                names.TryGetValue(f.Trial.EndedBy!.Value, out var by) ? by.Name : "")),
        ];
    }
}
