namespace Rotfeste.Platform.Data;

/// <summary>A bell for one waiting loop: rung any number of times, it wakes once.</summary>
/// <param name="name">Under which another process on the same database rings it; null for a bell of this process alone.</param>
public class WakeUp(string? name = null)
{
    /// <summary>Its name in the database, "facts", or null.</summary>
    public string? Name => name;

    private readonly SemaphoreSlim bell = new(0, 1);

    /// <summary>Rings.</summary>
    public void Set()
    {
        try
        {
            bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // It rings already.
        }
    }

    /// <summary>Waits for the bell, at most so long.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellation) => bell.WaitAsync(atMost, cancellation);
}
