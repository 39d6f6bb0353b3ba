using Rotfeste.Bench.Figures;
using Rotfeste.Bench.Grounds;

namespace Rotfeste.Bench.Starts;

/// <summary>From the start of the process to the first page, on an empty folder and on one that is set up.</summary>
internal static class StartRun
{
    private const int Times = 5;

    public static async Task RunAsync()
    {
        var (empty, used, processor, memory) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var time = 0; time < Times; time++)
        {
            using var fresh = Ground.OnSqlite();
            empty.Add((await StartAsync(fresh, "/setup")).Took);
            using var ground = Ground.OnSqlite();
            await Founded.OnAsync(ground);
            var (took, worked, megabytes) = await StartAsync(ground, "/sign-in");
            used.Add(took);
            processor.Add(worked);
            memory.Add(megabytes);
        }

        new Result(
            $"start to first page, medians of {Times}",
            [
                new("on an empty folder ms", Median(empty), 1_500),
                new("on a folder in use ms", Median(used), 1_500),
                new("processor ms of that", Median(processor)),
                new("memory after the first page MB", Median(memory)),
            ]).Print();
    }

    private static async Task<(double Took, double Worked, double Megabytes)> StartAsync(Ground ground, string path)
    {
        await using var product = await Product.StartAsync(ground);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = product.Address };
        using var answer = await http.GetAsync(path);
        var took = product.SinceStart;
        answer.EnsureSuccessStatusCode();
        return (took.TotalMilliseconds, product.Look.Processor.TotalMilliseconds, product.Look.Megabytes);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
