using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Rotfeste.Host.Examples;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Host.Commands;

public sealed class ServeTests
{
    [Fact]
    public async Task SIGTERM_ends_the_server_cleanly_though_a_stream_is_open_and_nobody_else_gets_its_folder()
    {
        var folder = Directory.CreateTempSubdirectory("rotfeste-serve-");
        var port = FreePort();
        using var process = Start(folder, port);
        await SaysAsync(process, "Rotfeste is running");
        using var visitor = new Visitor(new Uri($"http://127.0.0.1:{port}"));
        await visitor.SendAsync(await visitor.OpenAsync("/sign-in"), "/sign-in/example", ("example", Fjordvik.First));
        using var stream = await visitor.Http.GetAsync("/fjordvik/live", HttpCompletionOption.ResponseHeadersRead);
        stream.StatusCode.ShouldBe(HttpStatusCode.OK);

        using var second = Start(folder, FreePort());
        var complaint = await second.StandardError.ReadToEndAsync();
        await second.WaitForExitAsync();
        second.ExitCode.ShouldBe(2);
        complaint.ShouldContain("Another Rotfeste is running on");

        using (var signal = Process.Start("kill", ["-TERM", $"{process.Id}"]))
            await signal.WaitForExitAsync();
        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);
        process.ExitCode.ShouldBe(0);
        folder.Delete(recursive: true);
    }

    private static Process Start(DirectoryInfo folder, int port)
    {
        var start = new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "Rotfeste.Host"), ["--demo", "--data", folder.FullName, "--port", $"{port}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Remove("ROTFESTE_DATABASE");
        return Process.Start(start)!;
    }

    private static async Task SaysAsync(Process process, string words)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains(words, StringComparison.Ordinal))
            {
                // The rest is read on, or the server would wait for room to write in.
                _ = process.StandardOutput.ReadToEndAsync();
                _ = process.StandardError.ReadToEndAsync();
                return;
            }
        }

        throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
    }

    private static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }
}
