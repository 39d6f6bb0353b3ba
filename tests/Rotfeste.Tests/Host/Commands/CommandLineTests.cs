using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Host.Commands;

/// <summary>What whoever starts it is told, in a process of its own: one plain line on standard error, and an exit code.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rotfeste-verb-");

    public static TheoryData<string, string> Refused => new()
    {
        { "ledger verify", "There is no Rotfeste in" },
        { "user reset-link kari@fjordvik.example", "There is no Rotfeste in" },
        { "organisation add Fjordvik --owner kari@fjordvik.example", "There is no Rotfeste in" },
        { "backup out.tar.gz", "There is no Rotfeste in" },
        { "restore missing.tar.gz", "missing.tar.gz" },
        { "restore nonsense.tar.gz", "nonsense.tar.gz" },
        { "--listen nonsense", "--listen takes an IP address" },
        { "--listen 192.0.2.1", "Nothing can listen on 192.0.2.1" },
        { "--port 0 --data /proc/rotfeste", "The data folder /proc/rotfeste cannot be written to." },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_mistake_is_told_in_one_line(string arguments, string words)
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "nonsense.tar.gz"), "hello", TestContext.Current.CancellationToken);
        ShouldBeOneLine(await RunAsync(arguments.Split(' ')), words);
    }

    [Theory]
    [InlineData("ROTFESTE_URL", "nonsense", "ROTFESTE_URL is not an address")]
    [InlineData("ROTFESTE_PROXIES", "nonsense", "ROTFESTE_PROXIES takes IP addresses")]
    [InlineData("ROTFESTE_KEY_FILE", "/nowhere/key", "ROTFESTE_KEY_FILE cannot be read")]
    [InlineData("ROTFESTE_DATABASE", "nonsense", "ROTFESTE_DATABASE is not a connection string")]
    [InlineData("ROTFESTE_DATABASE", "Database=rotfeste;Password=hemmelig", "ROTFESTE_DATABASE names no host.")]
    [InlineData("ROTFESTE_DATABASE", "Host=127.0.0.1;Port=1;Database=x;Username=x;Password=hemmelig", "PostgreSQL cannot be reached")]
    public async Task A_wrong_setting_is_named_and_no_password_repeated(string name, string value, string words)
    {
        var told = await RunAsync(["--port", "0"], (name, value));
        ShouldBeOneLine(told, words);
        told.Error.ShouldNotContain("hemmelig");
    }

    [Fact]
    public async Task A_taken_port_is_told_in_one_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        ShouldBeOneLine(await RunAsync(["--port", $"{port}"]), $"Port {port} is taken.");
    }

    [Fact]
    public async Task Without_the_SDK_or_Node_the_start_script_says_what_to_install()
    {
        var tools = folder.CreateSubdirectory("tools");
        foreach (var tool in new[] { "dirname", "grep" })
            File.CreateSymbolicLink(Path.Combine(tools.FullName, tool), File.Exists($"/usr/bin/{tool}") ? $"/usr/bin/{tool}" : $"/bin/{tool}");
        ShouldBeOneLine(await StartAsync(tools), "The .NET 10 SDK was not found.", exit: 1);

        await PlaceAsync(tools, "dotnet", "echo '9.0.100 [/usr/share/dotnet/sdk]'");
        ShouldBeOneLine(await StartAsync(tools), "The .NET 10 SDK was not found; there is", exit: 1);

        await PlaceAsync(tools, "dotnet", "echo '10.0.100 [/usr/share/dotnet/sdk]'");
        ShouldBeOneLine(await StartAsync(tools), "Node.js was not found.", exit: 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ledger")]
    [InlineData("ledger verify")]
    [InlineData("user")]
    [InlineData("user reset-link")]
    [InlineData("organisation")]
    [InlineData("organisation add")]
    [InlineData("backup")]
    [InlineData("restore")]
    public async Task Every_verb_says_what_it_does(string verb)
    {
        var told = await RunAsync([.. verb.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
        (told.Exit, told.Error).ShouldBe((0, ""));
        told.Output.ShouldContain("Description:");
    }

    [Fact]
    public async Task A_reset_link_is_printed_for_a_person_who_is_here_and_refused_for_others()
    {
        await using var database = await TestDatabase.MakeAsync(Provider.Sqlite);
        await (await TestApp.StartAsync(database: database)).StopAsync();
        var data = new[] { "--data", database.Folder };
        (await RunAsync(["organisation", "add", "Fjordvik", "--owner", "kari@fjordvik.example", "--zone", "Mars/Olympus", .. data])).Exit.ShouldBe(1);
        (await RunAsync(["organisation", "add", "Fjordvik", "--owner", "kari@fjordvik.example", .. data])).Exit.ShouldBe(0);

        var link = await RunAsync(["user", "reset-link", "kari@fjordvik.example", .. data]);
        (link.Exit, link.Error).ShouldBe((0, ""));
        link.Output.ShouldContain("/password/reset/");
        (await RunAsync(["user", "reset-link", "ingen@fjordvik.example", .. data])).ShouldSatisfyAllConditions(
            t => t.Exit.ShouldBe(1), t => t.Error.ShouldContain("Nobody here"));
        (await RunAsync(["ledger", "verify", .. data])).Exit.ShouldBe(0);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static Task<Told> StartAsync(DirectoryInfo tools) => EndAsync(new ProcessStartInfo("/bin/bash", [Path.Combine(Checkout.Root, "run")])
    {
        Environment = { ["PATH"] = tools.FullName },
    });

    private static async Task PlaceAsync(DirectoryInfo tools, string name, string script)
    {
        var place = Path.Combine(tools.FullName, name);
        await File.WriteAllTextAsync(place, $"#!/bin/bash\n{script}\n");
        File.SetUnixFileMode(place, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
    }

    private static void ShouldBeOneLine(Told told, string words, int exit = 2)
    {
        told.Exit.ShouldBe(exit);
        told.Error.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain(words);
        told.Output.ShouldBe("");
    }

    private Task<Told> RunAsync(string[] arguments, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Rotfeste.Host"), arguments) { WorkingDirectory = folder.FullName };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("ROTFESTE_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["ROTFESTE_STREAMS"] = "off";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return EndAsync(start);
    }

    private static async Task<Told> EndAsync(ProcessStartInfo start)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError, start.UseShellExecute) = (true, true, false);
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new Told(process.ExitCode, await output, await error);
    }

    private sealed record Told(int Exit, string Output, string Error);
}
