using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.People.Contracts;

/// <summary>A member as colleagues see them.</summary>
/// <param name="Person">Who.</param>
/// <param name="Name">Full name.</param>
/// <param name="Unit">The unit, or null.</param>
/// <param name="UnitName">Its name, or null.</param>
/// <param name="MayAnswer">May answer for the organisation (flag and own yes).</param>
/// <param name="IsActive">False once deactivated; old answers keep the name.</param>
public sealed record Colleague(PersonId Person, string Name, UnitId? Unit, string? UnitName, bool MayAnswer, bool IsActive);

/// <summary>Asks for members of the current organisation.</summary>
public sealed class Colleagues(AppDb db)
{
    /// <summary>The named ones; unknown ids are left out.</summary>
    public Task<IReadOnlyDictionary<PersonId, Colleague>> FindAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellation) =>
        throw new NotImplementedException(db.ToString());

    /// <summary>All active members who may answer, by name.</summary>
    public Task<IReadOnlyList<Colleague>> WhoMayAnswerAsync(CancellationToken cancellation) =>
        throw new NotImplementedException();
}
