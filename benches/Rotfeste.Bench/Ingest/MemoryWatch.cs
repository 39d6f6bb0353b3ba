using Rotfeste.Bench.Grounds;

namespace Rotfeste.Bench.Ingest;

/// <summary>The product's memory every ten seconds, so that growth shows.</summary>
internal sealed class MemoryWatch(ProcessLook look)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private readonly List<double> megabytes = [];

    public double Most => look.MostMegabytes;

    /// <summary>Mean of a minute's six looks; the first minute is 1. Null before it is over.</summary>
    public double? Minute(int number) =>
        megabytes.Count >= number * 6 ? megabytes.Skip((number - 1) * 6).Take(6).Average() : null;

    public async Task RunAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            await Task.Delay(Pause, cancellation).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            megabytes.Add(look.Megabytes);
        }
    }
}
