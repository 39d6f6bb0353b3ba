namespace Rotfeste.Dialogue.Traces;

/// <summary>How conversations stand, counted.</summary>
/// <param name="All">All of them.</param>
/// <param name="Waiting">Open, with a question that waits for us.</param>
/// <param name="NoAnswer">Closed because no answer was wanted or fitting.</param>
/// <param name="Solved">Closed as solved.</param>
/// <param name="Moved">Moved to a safe place.</param>
internal sealed record Tally(int All, int Waiting, int NoAnswer, int Solved, int Moved)
{
    /// <summary>Below this nothing can be said of what they lead to.</summary>
    public const int Few = 5;

    public int Answered => All - Waiting - NoAnswer;
}
