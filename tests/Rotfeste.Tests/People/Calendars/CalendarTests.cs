using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.People.SignIns;
using Rotfeste.Platform.Slots;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.People.Calendars;

public sealed class CalendarTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task The_private_address_shows_the_own_dates_until_it_is_made_anew(Provider provider)
    {
        await using var world = await PeopleWorld.FjordvikAsync(provider, slots: [OneDateEach()]);
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);
        var first = await MakeAsync(jonas);
        using var program = world.App.NewVisitor();

        using var answer = await program.Http.GetAsync(first);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/calendar; charset=utf-8");
        answer.Headers.CacheControl!.ToString().ShouldBe("no-store, private");
        (await answer.Content.ReadAsStringAsync()).ShouldContain($"UID:date-{world.Fjordvik.People[PeopleWorld.Jonas]}");

        var second = await MakeAsync(jonas);
        second.ShouldNotBe(first);
        (await program.Http.GetAsync(first)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await program.Http.GetAsync(second)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await jonas.SendAsync(await jonas.OpenAsync("/fjordvik/profile"), "/fjordvik/profile/calendar/removal");
        (await program.Http.GetAsync(second)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whoever_has_left_has_no_calendar()
    {
        await using var world = await PeopleWorld.FjordvikAsync();
        using var jonas = await world.SignInAsync(PeopleWorld.Jonas);
        var address = await MakeAsync(jonas);
        using var kari = await world.SignInAsync(PeopleWorld.Kari);
        var page = $"/fjordvik/people/{world.Fjordvik.People[PeopleWorld.Jonas]}";

        await kari.SendAsync(await kari.OpenAsync(page), $"{page}/departure");

        (await kari.Http.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whoever_guesses_addresses_is_slowed_down()
    {
        await using var world = await PeopleWorld.EmptyAsync(limits: new SignInLimits(10_000, 10_000, Calendars: 3));
        await world.SetUpAsync();
        using var guesser = world.App.NewVisitor();
        for (var i = 0; i < 3; i++)
            (await guesser.Http.GetAsync($"/fjordvik/calendar/{i}.ics")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        (await guesser.Http.GetAsync("/fjordvik/calendar/3.ics")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    private static DatesOf OneDateEach() => new((_, person, _) => Task.FromResult<IReadOnlyList<PersonDate>>(
        [new PersonDate($"date-{person}", new LocalDate(2026, 12, 1), null, "Se på tiltaket", "people")]));

    private static async Task<string> MakeAsync(Visitor visitor)
    {
        var page = await visitor.SendAsync(await visitor.OpenAsync("/fjordvik/profile"), "/fjordvik/profile/calendar");
        return new Uri(page.Document.QuerySelector("#f-calendarlink")!.GetAttribute("value")!).PathAndQuery;
    }
}
