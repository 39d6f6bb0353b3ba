using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace Rotfeste.Tests.Networks.Mail;

/// <summary>A real SMTP server that keeps what it is given.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    public const string User = "rotfeste@fjordvik.test";
    public const string Password = "p@ss word:æ";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Launcher _launcher;
    private readonly HttpClient _control;
    private readonly int _port;
    private readonly string? _folder;

    private MailServer(Launcher launcher, string line, string? folder)
    {
        var said = JsonSerializer.Deserialize<JsonElement>(line);
        _launcher = launcher;
        _folder = folder;
        _port = said.GetProperty("smtp").GetProperty("port").GetInt32();
        _control = new HttpClient { BaseAddress = new Uri(said.GetProperty("control").GetString()!) };
    }

    /// <summary>What ROTFESTE_SMTP says.</summary>
    public string Address => _folder is null
        ? $"smtp://localhost:{_port}"
        : $"smtps://{Uri.EscapeDataString(User)}:{Uri.EscapeDataString(Password)}@localhost:{_port}";

    /// <summary>Its certificate, where it has one.</summary>
    public string? Certificate => _folder is null ? null : Path.Combine(_folder, "cert.pem");

    public static async Task<MailServer> StartAsync()
    {
        var (launcher, line) = await Launcher.Start("mail.mjs");
        return new MailServer(launcher, line, null);
    }

    /// <summary>One that takes mail over STARTTLS alone, after signing in.</summary>
    public static async Task<MailServer> StartSecureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("rotfeste-mail-").FullName;
        WriteCertificate(folder);
        var (launcher, line) = await Launcher.Start(
            "mail.mjs", "--key", Path.Combine(folder, "key.pem"), "--cert", Path.Combine(folder, "cert.pem"), "--user", User, "--password", Password);
        return new MailServer(launcher, line, folder);
    }

    public async Task<IReadOnlyList<KeptMail>> MailsAsync(string? to = null) =>
        (await _control.GetFromJsonAsync<IReadOnlyList<KeptMail>>(to is null ? "mails" : $"mails?to={Uri.EscapeDataString(to)}", Json))!;

    /// <summary>The only mail to an address, once it came.</summary>
    public async Task<KeptMail> OnlyMailAsync(string to)
    {
        await Eventually.ShouldHoldAsync(async () => (await MailsAsync(to)).Count.ShouldBe(1));
        return (await MailsAsync(to))[0];
    }

    public Task StopAsync() => PostAsync("smtp/stop");

    public Task StartAgainAsync() => PostAsync("smtp/start");

    /// <summary>Answers so at "rcpt" or "data", so many times.</summary>
    public Task FailAsync(string at, int code, int times) => PostAsync("smtp/faults", new { at, code, times });

    /// <summary>How often it has answered so.</summary>
    public async Task<int> FaultsMetAsync() =>
        (await _control.GetFromJsonAsync<JsonElement>("smtp/faults")).EnumerateArray().Sum(fault => fault.GetProperty("met").GetInt32());

    public async ValueTask DisposeAsync()
    {
        _control.Dispose();
        await _launcher.DisposeAsync();
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static void WriteCertificate(string folder)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        File.WriteAllText(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(Path.Combine(folder, "cert.pem"), certificate.ExportCertificatePem());
    }

    private async Task PostAsync(string path, object? body = null)
    {
        using var answer = await _control.PostAsJsonAsync(path, body ?? new { });
        answer.EnsureSuccessStatusCode();
    }
}

/// <summary>A mail as the server took it; <c>Raw</c> is one character a byte.</summary>
internal sealed record KeptMail(string From, IReadOnlyList<string> To, string? Subject, string? Text, string Raw, bool Secure, string? User)
{
    /// <summary>The links in it.</summary>
    public IReadOnlyList<string> Links => [.. Text!.Split('\n').Select(l => l.Trim()).Where(l => l.StartsWith("http", StringComparison.Ordinal))];
}
