using System.Diagnostics;

namespace Rotfeste.Tests.Networks.Reference;

/// <summary>A program under servers/ that runs as long as we hold its standard input open.</summary>
internal sealed class Launcher : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan EndWithin = TimeSpan.FromSeconds(20);

    private readonly Process _process;
    private readonly Queue<string> _said = new();

    private Launcher(Process process) => _process = process;

    /// <summary>Where the programs lie; null as long as nobody has installed what they need.</summary>
    public static string? Folder => Environment.GetEnvironmentVariable("ROTFESTE_TEST_SERVERS");

    public int ProcessId => _process.Id;

    /// <summary>Starts the program and waits for its one line.</summary>
    /// <exception cref="InvalidOperationException">It ended or kept silent; the message carries what it said.</exception>
    public static async Task<(Launcher Program, string Line)> Start(string program, params string[] arguments)
    {
        var launcher = new Launcher(Open(program, arguments));
        launcher._process.ErrorDataReceived += (_, said) => launcher.Remember(said.Data);
        launcher._process.BeginErrorReadLine();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var line = await launcher._process.StandardOutput.ReadLineAsync(patience.Token);
            if (line is not null)
            {
                return (launcher, line);
            }
        }
        catch (OperationCanceledException)
        {
            launcher.Remember($"(no line within {Patience})");
        }

        var said = launcher.Said();
        await launcher.DisposeAsync();
        throw new InvalidOperationException($"{program} did not start: {said}");
    }

    /// <summary>Runs a program to its end and gives its exit code and everything it said.</summary>
    public static async Task<(int Code, string Said)> Run(string program, params string[] arguments)
    {
        using var process = Open(program, arguments);
        process.StandardInput.Close();
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(said));
    }

    /// <summary>Ends the program as a crash would, without a word to it.</summary>
    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.StandardInput.Close();
            using var patience = new CancellationTokenSource(EndWithin);
            try
            {
                await _process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill(entireProcessTree: true);
            }
        }

        _process.Dispose();
    }

    private static Process Open(string program, string[] arguments)
    {
        var folder = Folder ?? throw new InvalidOperationException(NetworkFactAttribute.Reason);
        return Process.Start(new ProcessStartInfo("node", [Path.Combine(folder, program), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    private void Remember(string? line)
    {
        lock (_said)
        {
            if (line is not null)
            {
                _said.Enqueue(line);
            }

            while (_said.Count > 60)
            {
                _said.Dequeue();
            }
        }
    }

    private string Said()
    {
        lock (_said)
        {
            return string.Join('\n', _said);
        }
    }
}
