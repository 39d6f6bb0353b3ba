using Microsoft.EntityFrameworkCore;
using Rotfeste.Listening.Shielding;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Listening.Names;

/// <summary>What a colleague said about the own name and accounts goes with them.</summary>
internal sealed class OnPersonLeft(AppDb db) : IOn<PersonLeft>
{
    public async Task HandleAsync(IReadOnlyList<PersonLeft> facts, CancellationToken cancellation)
    {
        var people = facts.Select(f => f.Person).Distinct().ToList();
        db.RemoveRange(await db.Set<NameConsent>().Where(c => people.Contains(c.Person)).ToListAsync(cancellation));
        db.RemoveRange(await db.Set<PrivateAccount>().Where(a => people.Contains(a.Person)).ToListAsync(cancellation));
        await db.SaveChangesAsync(cancellation);
    }
}
