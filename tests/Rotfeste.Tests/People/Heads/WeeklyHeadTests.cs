using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.People.Heads;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;
using Rotfeste.Tests.Hosting;
using Rotfeste.Tests.People.Notices;

namespace Rotfeste.Tests.People.Heads;

public sealed class WeeklyHeadTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Owners_get_the_heads_every_week_and_verify_finds_them_later(Provider provider)
    {
        await using var world = await PeopleWorld.FjordvikAsync(provider, canMail: true);
        await WeekAsync(world, letters: 1);
        await WeekAsync(world, letters: 2);
        world.Mail.Letters.ShouldAllBe(l => l.To == PeopleWorld.Kari);
        var letter = world.LettersTo(PeopleWorld.Kari)[0];
        letter.Subject.ShouldBe("Ukas merke for journalen, Fjordvik kommune");
        var heads = HeadsIn(letter.Body);
        heads.Count.ShouldBe(2);

        using var kari = await world.SignInAsync(PeopleWorld.Kari);
        await kari.SendAsync(await kari.OpenAsync("/fjordvik/profile"), "/fjordvik/profile/calendar");

        (await CheckAsync(world, heads[0])).ShouldContain(c => c.Holds && c.BrokenAt == null && c.Head != heads[0]);
        (await CheckAsync(world, new string('0', 64))).ShouldNotContain(c => c.Holds);
    }

    [Fact]
    public async Task A_ledger_that_was_changed_is_said_in_the_subject()
    {
        await using var world = await PeopleWorld.FjordvikAsync(canMail: true);
        await world.App.InAsync(world.Fjordvik.Organisation, services => services.GetRequiredService<AppDb>().Database
            .ExecuteSqlAsync($"""UPDATE platform_ledger SET "Kind" = 'person-left' WHERE "Sequence" = 2"""));

        await WeekAsync(world, letters: 1);

        var letter = world.LettersTo(PeopleWorld.Kari)[0];
        letter.Subject.ShouldBe("Journalen stemmer ikke, Fjordvik kommune");
        letter.Body.ShouldContain("linje 2 passer ikke til linja før");
    }

    [Theory]
    [InlineData("2026-11-25T12:00", "2026-11-30T07:00")]
    [InlineData("2026-11-30T06:00", "2026-12-07T07:00")]
    [InlineData("2027-03-26T12:00", "2027-03-29T06:00")]
    public void The_next_one_is_on_Monday_at_eight(string now, string expected)
    {
        var oslo = DateTimeZoneProviders.Tzdb["Europe/Oslo"];
        MailWeeklyHead.NextMonday(Read(now), oslo).ShouldBe(Read(expected));

        static Instant Read(string text) => NodaTime.Text.InstantPattern.ExtendedIso.Parse($"{text}:00Z").Value;
    }

    // The job is there once the fact of the founding was delivered.
    private static async Task WeekAsync(PeopleWorld world, int letters)
    {
        await Eventually.ShouldHoldAsync(async () => (await world.App.InAsync(world.Fjordvik.Organisation, services => services.GetRequiredService<AppDb>().Database
            .SqlQuery<int>($"""SELECT COUNT(*) AS "Value" FROM platform_due WHERE "Job" = 'weekly-head'""").SingleAsync())).ShouldBe(1));
        world.Clock.Move(Duration.FromDays(7));
        await Eventually.ShouldHoldAsync(() => world.LettersTo(PeopleWorld.Kari).Count.ShouldBe(letters));
    }

    private static List<string> HeadsIn(string body) =>
        [.. body.Split('\n').Where(l => l.Contains("--expect ", StringComparison.Ordinal)).Select(l => l.Split(' ')[^1])];

    private static async Task<IReadOnlyList<ChainState>> CheckAsync(PeopleWorld world, string head)
    {
        await using var scope = world.App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<LedgerCheck>().RunAsync(head, CancellationToken.None);
    }
}
