namespace Rotfeste.Platform;

/// <summary>
/// Named places at which a fault test ends the process as kill -9 would. Without ROTFESTE_KILL_AT it is one comparison
/// with null.
/// </summary>
public static class FaultPoint
{
    private static readonly string? Chosen = Environment.GetEnvironmentVariable("ROTFESTE_KILL_AT");

    /// <summary>Passes, or dies here when this point was chosen.</summary>
    public static void Pass(string name)
    {
        if (Chosen is not null && string.Equals(Chosen, name, StringComparison.Ordinal))
            System.Diagnostics.Process.GetCurrentProcess().Kill();
    }
}
