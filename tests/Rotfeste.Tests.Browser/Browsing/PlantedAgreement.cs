using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Browser.Browsing;

/// <summary>An agreement in the example municipality, talked about and answered: no room above shows one yet.</summary>
internal static class PlantedAgreement
{
    /// <summary>Its address. Kari owns it and is asked herself, Tor Egil is accountable.</summary>
    public static async Task<string> PlantAsync(TestApp app)
    {
        var subject = new Subject("example", Guid.CreateVersion7());
        var (organisation, people) = await PeopleAsync(app);
        var (kari, tor, jonas) = (people["kari.lunde"], people["tor.egil.aas"], people["jonas.eide"]);
        var id = default(AgreementId);
        await app.InAsync(organisation, async services =>
        {
            var orders = services.GetRequiredService<AgreementOrders>();
            id = await orders.OpenAsync(
                subject,
                new Parties(kari, tor,
                [
                    new Asked(tor, Directions.Up, Holds.Money), new Asked(jonas, Directions.Sideways, Holds.Hours),
                    new Asked(people["marit.hauge"], Directions.Sideways), new Asked(kari, Directions.In),
                ]),
                kari, CancellationToken.None);
            await orders.PublishAsync(subject, First(), kari, CancellationToken.None);
            await services.GetRequiredService<AppDb>().SaveChangesAsync();
        });

        var address = $"/fjordvik/agreements/{id}";
        await SayAsync(app, address, "kari.lunde", "Jeg slipper å forklare kommunestyret hvorfor ingen tar telefonen.", "Agree", null);
        await SayAsync(app, address, "jonas.eide", "Folk får vite det før de ringer.", "Reservation", "Ikke når vi har beredskapsvakt.");
        await app.InAsync(organisation, async services =>
        {
            await services.GetRequiredService<AgreementOrders>().PublishAsync(subject, Second(), kari, CancellationToken.None);
            await services.GetRequiredService<AppDb>().SaveChangesAsync();
        });
        return address;
    }

    private static Publication First() => new(
        0,
        [
            new Section("objective", SectionMeaning.Objective, "Hva blir bedre, og for hvem?", "De som lurer på noe om vei og vann, får et ordentlig svar der de spør, samme dag."),
            new Section("people", SectionMeaning.People, "Hvem gjør det, når i uka?", "Jonas og Marit svarer tirsdag og torsdag, til sammen 14 timer i uka."),
            new Section("fit", SectionMeaning.Fit, "Hvordan passer det med slik vi jobber?", "Vi sier det som det er i telefonen. Det gjør vi her også."),
        ],
        new Frame(180_000, 14), null);

    private static Publication Second() => First() with
    {
        BuiltOn = 1,
        Sections =
        [
            First().Sections[0],
            First().Sections[1] with { Words = "Jonas og Marit svarer mandag til torsdag, til sammen 22 timer i uka. Beredskapsvakten svarer ikke." },
            First().Sections[2],
        ],
        Frame = new Frame(240_000, 22),
    };

    private static async Task SayAsync(TestApp app, string address, string who, string sentence, string stand, string? reason)
    {
        using var visitor = app.NewVisitor();
        await visitor.SendAsync(await visitor.OpenAsync("/sign-in"), "/sign-in/example", ("example", $"{who}@fjordvik.example"));
        await visitor.SendAsync(await visitor.OpenAsync(address), $"{address}/sentences", ("sentence", sentence));
        await visitor.SendAsync(await visitor.OpenAsync(address), $"{address}/answers", ("stand", stand), ($"reason.{stand}", reason ?? ""));
    }

    private static async Task<(OrganisationId Organisation, Dictionary<string, PersonId> People)> PeopleAsync(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().ChooseWholeInstallation();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>().Database;
        var organisation = await db.SqlQueryRaw<Guid>("""SELECT "Id" AS "Value" FROM people_organisations WHERE "Slug" = 'fjordvik'""").SingleAsync();
        var people = await db.SqlQueryRaw<Known>("""SELECT "Id", "Email" FROM people_persons""").ToListAsync();
        return (new OrganisationId(organisation), people.ToDictionary(p => p.Email.Split('@')[0], p => new PersonId(p.Id)));
    }

    private sealed record Known(Guid Id, string Email);
}
