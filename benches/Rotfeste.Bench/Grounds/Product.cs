using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Rotfeste.Bench.Grounds;

/// <summary>The product in a process of its own, as ./run starts it.</summary>
internal sealed class Product : IAsyncDisposable
{
    private readonly Process process;
    private readonly Stopwatch watch;
    private readonly Queue<string> said = new();

    private Product(Process process, Uri address, Stopwatch watch) => (this.process, Address, this.watch) = (process, address, watch);

    public Uri Address { get; }

    public ProcessLook Look => new(process.Id);

    /// <summary>Time since the process was started.</summary>
    public TimeSpan SinceStart => watch.Elapsed;

    public static Task<Product> StartAsync(Ground ground, string streams = "off") => StartAsync(ground.Folder, ground.Connection, streams);

    /// <param name="folder">Where its data lie.</param>
    /// <param name="connection">A PostgreSQL connection string; null is SQLite in the folder.</param>
    /// <param name="streams">Which stream it listens to.</param>
    public static async Task<Product> StartAsync(string folder, string? connection, string streams = "off")
    {
        var port = FreePort();
        var start = new ProcessStartInfo(Checkout.Product, ["--port", $"{port}", "--data", folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["ROTFESTE_STREAMS"] = streams;
        start.Environment["ROTFESTE_APPVIEW"] = "off";
        start.Environment["ROTFESTE_OPEN_HOSTS"] = "127.0.0.1";
        start.Environment["ROTFESTE_PROXIES"] = "127.0.0.1";
        if (connection is not null)
            start.Environment["ROTFESTE_DATABASE"] = connection;

        var watch = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        var running = new TaskCompletionSource();
        var product = new Product(process, new Uri($"http://127.0.0.1:{port}"), watch);
        process.OutputDataReceived += (_, line) => product.Hear(line.Data, running);
        process.ErrorDataReceived += (_, line) => product.Hear(line.Data, running);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var ended = process.WaitForExitAsync();
        await Task.WhenAny(running.Task, ended, Task.Delay(TimeSpan.FromSeconds(180)));
        if (!running.Task.IsCompletedSuccessfully)
            throw new InvalidOperationException($"The product did not start: {string.Join('\n', product.said)}");
        return product;
    }

    /// <summary>What it complained of while it ran.</summary>
    public IReadOnlyList<string> Complaints
    {
        get
        {
            lock (said)
                return [.. said.Where(l => l.StartsWith("fail:", StringComparison.Ordinal) || l.StartsWith("crit:", StringComparison.Ordinal))];
        }
    }

    /// <summary>Waits until the work of the start is done, as on a server that has stood for a while.</summary>
    /// <param name="patience">How long at most, in looks of two seconds.</param>
    public async Task RestAsync(int patience = 30)
    {
        var look = TimeSpan.FromSeconds(2);
        for (var turn = 0; turn < patience; turn++)
        {
            var before = Look.Processor;
            await Task.Delay(look);
            if (Look.Processor - before < look * 0.03)
                return;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            using var term = Process.Start("kill", [$"{process.Id}"]);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
            }
        }

        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Hear(string? line, TaskCompletionSource running)
    {
        if (line is null)
            return;
        lock (said)
        {
            if (said.Count == 500)
                said.Dequeue();
            said.Enqueue(line);
        }

        if (line.StartsWith("Rotfeste is running", StringComparison.Ordinal))
            running.TrySetResult();
    }
}
