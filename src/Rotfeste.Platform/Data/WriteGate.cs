namespace Rotfeste.Platform.Data;

/// <summary>
/// Lets one unit of work write at a time on SQLite, in the order of arrival: the database allows no more, and its own
/// waiting is slower and unfair. On PostgreSQL the gate stands open.
/// </summary>
public sealed class WriteGate(bool oneAtATime)
{
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Waits for the turn; dispose to pass it on.</summary>
    public async ValueTask<Turn> EnterAsync(CancellationToken cancellation)
    {
        if (!oneAtATime)
            return default;

        await turn.WaitAsync(cancellation);
        return new Turn(turn);
    }

    /// <summary>A held turn.</summary>
    public readonly struct Turn(SemaphoreSlim? held) : IDisposable
    {
        /// <inheritdoc/>
        public void Dispose() => held?.Release();
    }
}
