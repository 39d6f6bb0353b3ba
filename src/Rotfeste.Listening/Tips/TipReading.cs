using Microsoft.EntityFrameworkCore;
using Rotfeste.Listening.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Tips;

/// <summary>Who gave the tips that mentions came from.</summary>
internal sealed class TipReading(AppDb db, Colleagues colleagues)
{
    public async Task<ILookup<MentionId, TipLineView>> OfAsync(IReadOnlyCollection<MentionId> mentions, CancellationToken cancellation)
    {
        var tips = await db.Set<Tip>().AsNoTracking().Where(t => mentions.Contains(t.Mention)).OrderBy(t => t.At).ToListAsync(cancellation);
        var people = await colleagues.FindAsync([.. tips.Select(t => t.Person).Distinct()], cancellation);
        return tips.ToLookup(t => t.Mention, t => new TipLineView(people.TryGetValue(t.Person, out var by) ? by.Name : "", t.Why));
    }
}
