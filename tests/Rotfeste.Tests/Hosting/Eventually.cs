using System.Diagnostics;

namespace Rotfeste.Tests.Hosting;

/// <summary>Waits for background work: the assertion must hold within the time, and is shown when it never did.</summary>
public static class Eventually
{
    public static Task ShouldHoldAsync(Action assertion, int seconds = 60) => ShouldHoldAsync(
        () =>
        {
            assertion();
            return Task.CompletedTask;
        },
        seconds);

    public static async Task ShouldHoldAsync(Func<Task> assertion, int seconds = 60)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await assertion();
                return;
            }
            catch (Exception) when (watch.Elapsed < TimeSpan.FromSeconds(seconds))
            {
                await Task.Delay(50);
            }
        }
    }
}
