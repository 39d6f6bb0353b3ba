namespace Rotfeste.Dialogue.Listings;

/// <summary>How far a new organisation has come.</summary>
/// <param name="Organisation">Its name.</param>
/// <param name="HasSearches">The names to listen for are written.</param>
/// <param name="HasChannel">An account is connected.</param>
/// <param name="HasAnswerers">More than one person may answer.</param>
/// <param name="MayLead">The reader may do these things.</param>
public sealed record FirstStepsView(string Organisation, bool HasSearches, bool HasChannel, bool HasAnswerers, bool MayLead)
{
    /// <summary>How many are left.</summary>
    public int Left => (HasSearches ? 0 : 1) + (HasChannel ? 0 : 1) + (HasAnswerers ? 0 : 1);

    /// <summary>The first step not done, from 1; 4 when all are.</summary>
    public int Now => !HasSearches ? 1 : !HasChannel ? 2 : !HasAnswerers ? 3 : 4;

    /// <summary>"done", "now" or null for a step from 0.</summary>
    public string? StateOf(int step, bool done) => done ? "done" : step == Now ? "now" : null;
}
