using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Host.Examples;
using Rotfeste.People;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Tests.Hosting;
using Rotfeste.Tests.People;

namespace Rotfeste.Tests.Initiatives;

/// <summary>Fjordvik, with a clock that the test moves, and anyone there can be looked in as.</summary>
internal sealed class InitiativeWorld(TestApp app, MovedClock clock, PlantedPeople people) : IAsyncDisposable
{
    public const string Kari = "kari.lunde@fjordvik.example";
    public const string Tor = "tor.egil.aas@fjordvik.example";
    public const string Jonas = "jonas.eide@fjordvik.example";
    public const string Marit = "marit.hauge@fjordvik.example";
    public const string Amina = "amina.yusuf@fjordvik.example";

    public TestApp App => app;

    public MovedClock Clock => clock;

    public OrganisationId Organisation => people.Organisation;

    public IReadOnlyDictionary<string, PersonId> Everyone => people.People;

    public PersonId Person(string mail) => people.People[mail];

    public string Id(string mail) => Person(mail).ToString();

    public static async Task<InitiativeWorld> MakeAsync(
        Provider provider = Provider.Sqlite, Action<IServiceCollection>? adjust = null, Func<ExamplePeople, ExamplePeople>? people = null)
    {
        var clock = new MovedClock();
        var app = await TestApp.StartAsync(
            provider,
            services =>
            {
                services.AddSingleton<IClock>(clock);
                adjust?.Invoke(services);
            },
            s => s with { IsExample = true });
        var fjordvik = Fjordvik.At(clock.GetCurrentInstant());
        return new InitiativeWorld(app, clock, await PlantAsync(app, people?.Invoke(fjordvik) ?? fjordvik));
    }

    public async Task<Visitor> SignInAsync(string mail)
    {
        var visitor = app.NewVisitor();
        await visitor.SendAsync(await visitor.OpenAsync("/sign-in"), "/sign-in/example", ("example", mail));
        return visitor;
    }

    /// <summary>Somebody in another organisation of the same installation.</summary>
    public async Task<Visitor> NeighbourAsync()
    {
        await PlantAsync(app, new ExamplePeople(
            "Storelva kommune", OrganisationKind.Public, "nb", [],
            [new ExamplePerson("Nora Dal", "Nora", "nora@storelva.example", null, Roles.Owner, true, true)], clock.GetCurrentInstant()));
        return await SignInAsync("nora@storelva.example");
    }

    /// <summary>Begins an initiative as Kari with Tor accountable; the address of its page.</summary>
    public async Task<string> BeginAsync(Visitor kari, string title = "Svar der folk spør", string kind = "Blank")
    {
        var seen = await kari.SendAsync(
            await kari.OpenAsync("/fjordvik/initiatives/new"), "/fjordvik/initiatives",
            ("title", title), ("kind", kind), ("owner", Id(Kari)), ("leader", Id(Tor)));
        seen.Address.ShouldEndWith("/brief");
        return seen.Address[..^"/brief".Length];
    }

    /// <summary>Begun, with the three questions answered, and Jonas asked because he does the work.</summary>
    public async Task<string> WrittenAsync(Visitor kari)
    {
        var address = await BeginAsync(kari);
        var publication = await kari.SendAsync(
            await kari.OpenAsync($"{address}/brief"), $"{address}/brief",
            ("title", "Svar der folk spør"), ("gain", "Færre må ringe."), ("doing", "Jonas, to timer i uka."), ("fit", "Som i telefonen."), ("then", "publish"));
        await kari.SendAsync(publication, $"{address}/people", ("who", Id(Jonas)), ("direction", "Sideways"));
        return address;
    }

    /// <summary>Written, and version 1 published.</summary>
    public async Task<string> PublishedAsync(Visitor kari)
    {
        var address = await WrittenAsync(kari);
        (await kari.SendAsync(await kari.OpenAsync($"{address}/publication"), $"{address}/versions")).Address.ShouldBe($"{address}?told=published");
        return address;
    }

    /// <summary>Says where one stands on the whole page.</summary>
    public async Task AnswerAsync(Visitor visitor, string address, string stand, string reason = "")
    {
        var page = await visitor.OpenAsync($"{address}/answer");
        var form = page.Document.QuerySelector("form[action$='/answers']")!.GetAttribute("action")!;
        await visitor.SendAsync(page, form, ("stand", stand), ($"reason.{stand}", reason));
    }

    /// <summary>Asks Tor as somebody else; the address of the talk.</summary>
    public async Task<string> AskAsync(Visitor asking, string words)
    {
        var seen = await asking.SendAsync(await asking.OpenAsync("/fjordvik/questions"), "/fjordvik/questions", ("leader", Id(Tor)), ("text", words));
        return seen.Address.Split('#')[0];
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task<PlantedPeople> PlantAsync(TestApp app, ExamplePeople example)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await PeopleRoom.PlantExampleAsync(scope.ServiceProvider, example, CancellationToken.None);
    }
}
