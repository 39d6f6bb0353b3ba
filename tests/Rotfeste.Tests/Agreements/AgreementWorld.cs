using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Hosting;
using Rotfeste.Tests.People;

namespace Rotfeste.Tests.Agreements;

/// <summary>An agreement in Fjordvik: Kari owns it, Tor is accountable, Tor, Jonas and Marit are asked.</summary>
internal sealed class AgreementWorld : IAsyncDisposable
{
    public const string Marit = "marit.hauge@fjordvik.example";
    public const string Amina = "amina.yusuf@fjordvik.example";

    private AgreementWorld(PeopleWorld people) => People = people;

    public PeopleWorld People { get; }

    public TestApp App => People.App;

    public OrganisationId Organisation => People.Fjordvik.Organisation;

    public Subject Subject { get; } = new("trial", Guid.CreateVersion7());

    public AgreementId Id { get; private set; }

    public string Address => $"/{People.Fjordvik.Slug}/agreements/{Id}";

    public PersonId this[string email] => People.Fjordvik.People[email];

    public PersonId Kari => this[PeopleWorld.Kari];

    public PersonId Tor => this[PeopleWorld.Tor];

    public PersonId Jonas => this[PeopleWorld.Jonas];

    public static async Task<AgreementWorld> MakeAsync(Provider provider = Provider.Sqlite, bool published = true)
    {
        var world = new AgreementWorld(await PeopleWorld.FjordvikAsync(provider));
        await world.OrderAsync(async orders => world.Id = await orders.OpenAsync(world.Subject, world.Parties(), world.Kari, CancellationToken.None));
        if (published)
            await world.PublishAsync(0);
        return world;
    }

    public Parties Parties(params Asked[] more) => new(
        Kari, Tor,
        [
            new Asked(Tor, Directions.Up, Holds.Money), new Asked(Jonas, Directions.Sideways, Holds.Hours),
            new Asked(this[Marit], Directions.In | Directions.Sideways), .. more,
        ]);

    public static Publication Publication(
        int builtOn, string objective = "Folk får svar samme dag.", string people = "Jonas og Marit, tirsdag og torsdag.", Frame? frame = null,
        LocalDate? lookAgain = null) => new(
        builtOn,
        [
            new Section("objective", SectionMeaning.Objective, "Hva blir bedre, og for hvem?", objective),
            new Section("people", SectionMeaning.People, "Hvem gjør det?", people),
        ],
        frame ?? new Frame(180_000, 14), lookAgain);

    public Task<Published> PublishAsync(
        int builtOn, string objective = "Folk får svar samme dag.", string people = "Jonas og Marit, tirsdag og torsdag.", Frame? frame = null,
        LocalDate? lookAgain = null) =>
        PublishAsync(Publication(builtOn, objective, people, frame, lookAgain));

    public async Task<Published> PublishAsync(Publication publication)
    {
        Published? done = null;
        await OrderAsync(async orders => done = await orders.PublishAsync(Subject, publication, Kari, CancellationToken.None));
        return done!;
    }

    public Task OrderAsync(Func<AgreementOrders, Task> order) => App.InAsync(Organisation, async services =>
    {
        var db = services.GetRequiredService<AppDb>();
        await db.WriteAsync(
            async () =>
            {
                await order(services.GetRequiredService<AgreementOrders>());
                await db.SaveChangesAsync();
            },
            CancellationToken.None);
    });

    public async Task<AgreementStanding> StandingAsync() => (await App.InAsync(Organisation, services =>
        services.GetRequiredService<AgreementQuestions>().StandingAsync(Subject, CancellationToken.None)))!;

    public async Task<PersonStanding> OfAsync(string email) => (await StandingAsync()).People.Single(p => p.Person == this[email]);

    public Task<Visitor> SignInAsync(string email) => People.SignInAsync(email);

    /// <summary>Answers for the whole page, on the version that the page shows.</summary>
    public async Task<Seen> AnswerAsync(Visitor visitor, AnswerKind kind, string? reason = null)
    {
        var page = await visitor.OpenAsync(Address);
        (string, string)[] reasons = reason is null ? [] : [($"reason.{kind}", reason)];
        return await visitor.SendAsync(page, $"{Address}/answers", [("stand", kind.ToString()), .. reasons]);
    }

    /// <summary>Stored facts of a type, oldest first.</summary>
    public Task<List<TFact>> FactsAsync<TFact>(string stored) => App.InAsync(Organisation, async services =>
    {
        var rows = await services.GetRequiredService<AppDb>().Database
            .SqlQuery<string>($"""SELECT "Json" AS "Value" FROM platform_facts WHERE "Type" = {stored} ORDER BY "Id" """).ToListAsync();
        return rows.ConvertAll(r => JsonSerializer.Deserialize<TFact>(r, StoredJson.Options)!);
    });

    public ValueTask DisposeAsync() => People.DisposeAsync();
}
