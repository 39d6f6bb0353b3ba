using System.Net;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Initiatives.Publications;

/// <summary>An organisation of thousands: its people are named by typing, and every page stays light enough for a phone.</summary>
public sealed class CrowdTests
{
    private const int Many = 2_000;
    private const int MostBytes = 60_000;

    [Fact]
    public async Task Two_thousand_in_a_unit_are_asked_found_and_taken_away_on_pages_that_stay_small()
    {
        await using var world = await InitiativeWorld.MakeAsync(people: WithCrowd);
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);

        var address = await BeginByNameAsync(world, kari);
        await kari.SendAsync(
            await kari.OpenAsync($"{address}/brief"), $"{address}/brief", ("title", "Vintervakta"), ("gain", "Folk vet når det brøytes."), ("then", "publish"));
        var people = await kari.OpenAsync($"{address}/people");
        var several = await kari.SendAsync(people, $"{address}/people", ("who", "Ola Dobbel"), ("direction", "Sideways"));
        several.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        several.Text.ShouldContain("Hvem av dem? Ola Dobbel, Helse og omsorg; Ola Dobbel, Vintervakt.");
        several.Document.QuerySelector("#f-who")!.GetAttribute("value").ShouldBe("Ola Dobbel");
        await kari.SendAsync(people, $"{address}/people", ("who", "ola dobbel, helse og omsorg"), ("direction", "In"), ("holds", "Hours"));
        var unit = people.Document.QuerySelectorAll("#f-unit option").Single(o => o.TextContent.Contains("Vintervakt", StringComparison.Ordinal)).GetAttribute("value")!;
        var all = await kari.SendAsync(people, $"{address}/people", ("unit", unit), ("direction", "Sideways"));

        all.Text.ShouldContain($"Viser 30 av {Many + 3} som er spurt.");
        all.Document.QuerySelectorAll("section[aria-labelledby=asked] li b").Select(b => b.TextContent).ShouldContain("Ola Dobbel");
        var found = await kari.OpenAsync($"{address}/people?find=vakt+0123");
        found.Document.QuerySelectorAll("section[aria-labelledby=asked] form input[name=person]").ShouldHaveSingleItem();
        await kari.SendAsync(await kari.OpenAsync($"{address}/publication"), $"{address}/versions");
        using var one = await world.SignInAsync("vakt7@fjordvik.example");
        await world.AnswerAsync(one, address, "Agree");
        (await one.OpenAsync("/fjordvik/initiatives?mine=true")).Text.ShouldContain("Du har sagt hva du mener");
        using var tor = await world.SignInAsync(InitiativeWorld.Tor);
        foreach (var path in new[] { address, $"{address}/people", $"{address}/publication", $"{address}/brief", $"{address}/meeting", $"{address}/answer", "/fjordvik/initiatives/new", "/fjordvik/table", "/fjordvik/initiatives" })
            (await tor.OpenAsync(path)).Text.Length.ShouldBeLessThan(MostBytes, path);

        var fewer = await kari.SendAsync(await kari.OpenAsync($"{address}/people"), $"{address}/people/removal", ("person", ""), ("unit", unit));
        fewer.Document.QuerySelectorAll("section[aria-labelledby=asked] li").Length.ShouldBe(2);
    }

    // Kari owns it, and Tor is accountable: both by their names.
    private static async Task<string> BeginByNameAsync(InitiativeWorld world, Visitor kari)
    {
        var start = await kari.OpenAsync("/fjordvik/initiatives/new");
        start.Document.QuerySelector("#f-owner")!.GetAttribute("value").ShouldBe("Kari Lunde, Kundetorget");
        var refused = await kari.SendAsync(start, "/fjordvik/initiatives", ("title", "Vintervakta"), ("owner", "Kari Lund"), ("leader", world.Id(InitiativeWorld.Tor)));
        refused.Text.ShouldContain("Hvem av dem? Kari Lunde, Kundetorget.");
        refused.Document.QuerySelector("#f-owner")!.GetAttribute("value").ShouldBe("Kari Lund");
        var begun = await kari.SendAsync(refused, "/fjordvik/initiatives", ("title", "Vintervakta"), ("owner", "kari lunde"), ("leader", world.Id(InitiativeWorld.Tor)));
        begun.Address.ShouldEndWith("/brief");
        return begun.Address[..^"/brief".Length];
    }

    private static ExamplePeople WithCrowd(ExamplePeople fjordvik) => fjordvik with
    {
        Units = [.. fjordvik.Units, new ExampleUnit("Vintervakt", null, null)],
        People =
        [
            .. fjordvik.People,
            .. Enumerable.Range(0, Many).Select(i => Someone($"Vakt {i:0000}", $"vakt{i}", "Vintervakt")),
            Someone("Ola Dobbel", "ola", "Vintervakt"), Someone("Ola Dobbel", "ola.h", "Helse og omsorg"),
        ],
    };

    private static ExamplePerson Someone(string name, string mail, string unit) =>
        new(name, name.Split(' ')[0], $"{mail}@fjordvik.example", unit, Roles.Employee, false, null);
}
