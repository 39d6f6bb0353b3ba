using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Listings;

/// <summary>People of somebody's own unit; kept as long as anything may be kept, for People tells nobody here of a move.</summary>
internal sealed class KeptMates(RowVersions versions, IClock clock) : Kept<PersonId, IReadOnlyList<PersonId>>(versions, clock);

/// <summary>Who works in the same unit as somebody, themselves among them; nobody for those without a unit.</summary>
internal sealed class UnitMates(AppDb db, KeptMates kept, Colleagues colleagues)
{
    public async Task<IReadOnlyList<PersonId>> OfAsync(Caller caller, CancellationToken cancellation) =>
        await kept.GetAsync(db, caller.Person, async () =>
        {
            var unit = (await colleagues.FindAsync([caller.Person], cancellation)).GetValueOrDefault(caller.Person)?.Unit;
            return unit is null ? [] : [.. (await colleagues.AllAsync(cancellation)).Where(c => c.Unit == unit).Select(c => c.Person)];
        });
}
