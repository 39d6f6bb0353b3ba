namespace Rotfeste.Platform.Data;

/// <summary>A bell for one waiting loop: rung any number of times, it wakes once.</summary>
public class WakeUp
{
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
