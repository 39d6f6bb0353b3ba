using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.People;
using Rotfeste.People.Contracts;
using Rotfeste.People.SignIns;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Mail;
using Rotfeste.Platform.Slots;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.People;

/// <summary>An installation with a clock that the test moves and a mail server that keeps what it gets.</summary>
internal sealed class PeopleWorld : IAsyncDisposable
{
    public const string Password = "varm kaffe under brua";
    public const string Kari = "kari.lunde@fjordvik.example";
    public const string Jonas = "jonas.eide@fjordvik.example";
    public const string Tor = "tor.egil.aas@fjordvik.example";

    private PeopleWorld(TestApp app, MovedClock clock, KeptMail mail, string setupCode)
    {
        App = app;
        Clock = clock;
        Mail = mail;
        SetupCode = setupCode;
    }

    public TestApp App { get; }

    public MovedClock Clock { get; }

    public KeptMail Mail { get; }

    public string SetupCode { get; }

    /// <summary>Nothing is set up yet; the code stands on the console.</summary>
    public static async Task<PeopleWorld> EmptyAsync(
        Provider provider = Provider.Sqlite, bool canMail = false, bool isExample = false, SignInLimits? limits = null,
        params IReadOnlyList<DatesOf> slots)
    {
        var (clock, mail) = (new MovedClock(), new KeptMail());
        var app = await TestApp.StartAsync(
            provider,
            services =>
            {
                services.AddSingleton<IClock>(clock).AddSingleton<ISendMail>(mail).AddSingleton(limits ?? new SignInLimits(10_000, 10_000, 10_000));
                foreach (var slot in slots)
                    services.AddSingleton(slot);
            },
            s => s with { IsExample = isExample, Smtp = canMail ? new Uri("smtp://127.0.0.1:1") : null });
        await using var scope = app.Services.CreateAsyncScope();
        var code = await PeopleRoom.NewSetupCodeAsync(scope.ServiceProvider, CancellationToken.None);
        return new PeopleWorld(app, clock, mail, code!);
    }

    /// <summary>Fjordvik stands, and anyone there can be looked in as.</summary>
    public static async Task<PeopleWorld> FjordvikAsync(
        Provider provider = Provider.Sqlite, bool canMail = false, params IReadOnlyList<DatesOf> slots)
    {
        var world = await EmptyAsync(provider, canMail, isExample: true, slots: slots);
        await using var scope = world.App.Services.CreateAsyncScope();
        world.Fjordvik = await PeopleRoom.PlantExampleAsync(
            scope.ServiceProvider, Rotfeste.Host.Examples.Fjordvik.At(world.Clock.GetCurrentInstant()), CancellationToken.None);
        return world;
    }

    public PlantedPeople Fjordvik { get; private set; } = null!;

    public async Task<Visitor> SignInAsync(string email)
    {
        var visitor = App.NewVisitor();
        await visitor.SendAsync(await visitor.OpenAsync("/sign-in"), "/sign-in/example", ("example", email));
        return visitor;
    }

    /// <summary>Sets Fjordvik up as its first owner, with a password.</summary>
    public async Task<Visitor> SetUpAsync()
    {
        var visitor = App.NewVisitor();
        var seen = await visitor.SendAsync(await visitor.OpenAsync("/setup"), "/setup", SetUpFields(SetupCode));
        seen.Address.ShouldStartWith("/fjordvik");
        return visitor;
    }

    public static (string Name, string Value)[] SetUpFields(string code, string password = Password) =>
    [
        ("code", code), ("organisation", "Fjordvik kommune"), ("kind", "Public"), ("country", "Norway"), ("language", "nb"),
        ("name", "Kari Lunde"), ("email", Kari), ("password", password),
    ];

    /// <summary>Signs in with a password as a new visitor.</summary>
    public async Task<(Visitor Visitor, Seen Seen)> EnterAsync(string email, string password)
    {
        var visitor = App.NewVisitor();
        var page = await visitor.OpenAsync("/sign-in");
        return (visitor, await visitor.SendAsync(page, "/sign-in", ("email", email), ("password", password)));
    }

    /// <summary>How many ledger entries of a kind there are, in all chains.</summary>
    public async Task<int> EntriesAsync(string kind)
    {
        await using var scope = App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().ChooseWholeInstallation();
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Database
            .SqlQuery<int>($"""SELECT COUNT(*) AS "Value" FROM platform_ledger WHERE "Kind" = {kind}""").SingleAsync();
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}

/// <summary>A mail server that keeps everything, or is down.</summary>
internal sealed class KeptMail : ISendMail
{
    private readonly List<Letter> letters = [];

    private int asked;

    public bool IsDown { get; set; }

    /// <summary>Set, it will have no mail to this address, now or later.</summary>
    public string? Refuses { get; set; }

    /// <summary>How often somebody came with a mail.</summary>
    public int Asked => asked;

    public IReadOnlyList<Letter> Letters
    {
        get
        {
            lock (letters)
                return [.. letters];
        }
    }

    public Task<MailOutcome> SendAsync(Letter letter, CancellationToken cancellation)
    {
        Interlocked.Increment(ref asked);
        if (IsDown)
            return Task.FromResult(MailOutcome.NotNow);
        if (letter.To == Refuses)
            return Task.FromResult(MailOutcome.Refused);

        lock (letters)
            letters.Add(letter);
        return Task.FromResult(MailOutcome.Taken);
    }

    /// <summary>The path of the link in the newest mail to an address, once it came.</summary>
    public async Task<string> LinkToAsync(string email)
    {
        await Eventually.ShouldHoldAsync(() => Letters.ShouldContain(l => l.To == email));
        var body = Letters.Last(l => l.To == email).Body;
        return new Uri(body.Split('\n').Select(l => l.Trim()).First(l => l.StartsWith("http", StringComparison.Ordinal))).PathAndQuery;
    }
}
