using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Rotfeste.Tests.Networks.Product;

/// <summary>The product itself, as a process of its own on a port of its own. It can be killed as a power cut would, and started again.</summary>
internal sealed partial class ProductProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan EndWithin = TimeSpan.FromSeconds(10);

    private readonly int _port = FreePort();
    private readonly Queue<string> _said = new();
    private Process? _process;
    private Process? _guard;
    private readonly TaskCompletionSource<string> _setupCode = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _running = new();

    private ProductProcess(ProductSettings settings) => Settings = settings;

    public ProductSettings Settings { get; private set; }

    /// <summary>Stays the same through restarts, so that open pages find their way back. The name is what passkeys and cookies know it by.</summary>
    public Uri Address => new($"http://localhost:{_port}");

    /// <summary>The code that guards the first page, as soon as it stands on the console. Never comes once an organisation is there.</summary>
    public Task<string> SetupCode => _setupCode.Task;

    public static async Task<ProductProcess> StartAsync(ProductSettings settings)
    {
        var product = new ProductProcess(settings);
        try
        {
            await product.OpenAsync();
            return product;
        }
        catch
        {
            await product.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it again on what it left behind.</summary>
    public async Task RestartAsync(ProductSettings? settings = null)
    {
        await KillAsync();
        Settings = settings ?? Settings;
        await OpenAsync();
    }

    /// <summary>As kill -9 does.</summary>
    public async Task KillAsync()
    {
        if (_process is not { } process)
        {
            return;
        }

        EndGuard();
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
        process.Dispose();
        _process = null;
    }

    /// <summary>Whether it has ended by itself.</summary>
    public bool HasEnded => _process is { HasExited: true };

    /// <summary>Waits until it has ended by itself.</summary>
    /// <exception cref="TimeoutException">It goes on living.</exception>
    public async Task DiedAsync(int seconds = 60)
    {
        try
        {
            await _process!.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(seconds));
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"It did not die at {Settings.KillAt}. It said:\n{Said()}");
        }
    }

    /// <summary>What it said last, for whoever has to find out why a test failed.</summary>
    public string Said()
    {
        lock (_said)
        {
            return string.Join('\n', _said);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        KeepLog();
        if (Directory.Exists(Settings.DataFolder))
        {
            Directory.Delete(Settings.DataFolder, recursive: true);
        }
    }

    // For whoever has to find out why a test failed.
    private void KeepLog()
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "product-logs")).FullName;
        File.WriteAllText(Path.Combine(folder, $"{TestContext.Current.Test?.UniqueID ?? "seed"}-{_port}.log"), $"{TestContext.Current.Test?.TestDisplayName}\n{Said()}");
    }

    private async Task OpenAsync()
    {
        _running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = Process.Start(Describe())!;
        _guard = Guard(_process.Id);
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var ended = _process.WaitForExitAsync();
        if (await Task.WhenAny(_running.Task, ended, Task.Delay(StartWithin)) != _running.Task)
        {
            throw new InvalidOperationException($"The product did not start. It said:\n{Said()}");
        }
    }

    private ProcessStartInfo Describe()
    {
        var start = new ProcessStartInfo("dotnet", [Metadata("Product"), "--port", $"{_port}", "--data", Settings.DataFolder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ROTFESTE_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in Settings.Variables().Where(variable => variable.Value is not null))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    // Holds its breath on a pipe of ours: when we are gone, however that came, it ends what we started.
    private static Process Guard(int process) => Process.Start(new ProcessStartInfo("sh", ["-c", $"read -r _; kill -9 {process}"])
    {
        RedirectStandardInput = true,
        RedirectStandardError = true,
    })!;

    private void EndGuard()
    {
        if (_guard is not { } guard)
        {
            return;
        }

        guard.Kill();
        guard.WaitForExit(EndWithin);
        guard.Dispose();
        _guard = null;
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_said)
        {
            _said.Enqueue(line);
            while (_said.Count > 200)
            {
                _said.Dequeue();
            }
        }

        if (CodeOnTheConsole().Match(line) is { Success: true } match)
        {
            _setupCode.TrySetResult(match.Value);
        }

        if (line.Contains("running: http", StringComparison.Ordinal))
        {
            _running.TrySetResult();
        }
    }

    internal static string Metadata(string key) => typeof(ProductProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == key).Value!;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"\b[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}\b")]
    private static partial Regex CodeOnTheConsole();
}
