using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Library;
using Rotfeste.Dialogue.Unusual;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Dialogue.Faults;

public sealed class SameMomentTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task An_answer_of_the_library_is_changed_while_readers_say_that_it_helped_and_both_hold(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        await kari.SendAsync(await kari.OpenAsync($"{world.Path}/library/new"), $"{world.Path}/library", Fields(world, "Fra åtte til fire."));
        var answer = await world.ReadAsync(db => db.Set<LibraryAnswer>().SingleAsync());
        var form = await kari.SendAsync(await kari.OpenAsync($"{world.Path}/library/{answer.Id}"), $"{world.Path}/library/{answer.Id}/publication");
        var slug = (await world.ReadAsync(db => db.Set<LibraryAnswer>().SingleAsync())).Slug;
        var reader = world.App.NewVisitor();
        var page = await reader.OpenAsync($"{world.Path}/answers/{slug}");

        const int Rounds = 6;
        for (var round = 0; round < Rounds; round++)
        {
            var both = await Task.WhenAll(
                kari.SendAsync(form, $"{world.Path}/library/{answer.Id}", Fields(world, $"Fra åtte til {round}.")),
                reader.SendAsync(page, $"{world.Path}/answers/{slug}/help", ("helped", "yes")));
            both.ShouldAllBe(b => b.Status == HttpStatusCode.OK);
        }

        var after = await world.ReadAsync(db => db.Set<LibraryAnswer>().SingleAsync());
        (after.Helped, after.Text).ShouldBe((Rounds, $"Fra åtte til {Rounds - 1}."));
    }

    [Fact]
    public async Task Where_a_reader_was_a_moment_earlier_the_change_is_made_on_what_stands_there_now()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        await kari.SendAsync(await kari.OpenAsync($"{world.Path}/library/new"), $"{world.Path}/library", Fields(world, "Fra åtte til fire."));
        var tries = 0;
        await world.App.InAsync(world.Organisation, async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            return await db.OnWhatStandsAsync(async () =>
            {
                var answer = await db.Set<LibraryAnswer>().SingleAsync();
                if (++tries == 1)
                    await world.App.InAsync(world.Organisation, ReadAsync);
                answer.WasUsed();
                await db.SaveChangesAsync();
                return Microsoft.AspNetCore.Http.Results.Ok();
            });
        });

        tries.ShouldBe(2);
        var after = await world.ReadAsync(db => db.Set<LibraryAnswer>().SingleAsync());
        (after.Helped, after.Used).ShouldBe((1, 1));

        static async Task ReadAsync(IServiceProvider services)
        {
            var db = services.GetRequiredService<AppDb>();
            (await db.Set<LibraryAnswer>().SingleAsync()).Count(helped: true);
            await db.SaveChangesAsync();
        }
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Of_two_who_begin_an_unusual_situation_at_once_one_begins_it_and_the_other_is_told(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        var address = $"{world.Path}/unusual";
        var (kari, again) = (await world.SignInAsync(DialogueWorld.Kari), await world.SignInAsync(DialogueWorld.Kari));
        var (hers, theirs) = (await kari.OpenAsync(address), await again.OpenAsync(address));
        var lead = ("lead", $"{world.Person(DialogueWorld.Kari)}");

        var both = await Task.WhenAll(
            kari.SendAsync(hers, address, ("title", "Vannet er brunt"), lead), again.SendAsync(theirs, address, ("title", "Vannet er borte"), lead));

        both.Count(b => b.Status == HttpStatusCode.OK).ShouldBe(1);
        var told = both.Single(b => b.Status == HttpStatusCode.UnprocessableEntity);
        var begun = await world.ReadAsync(db => db.Set<UnusualSituation>().SingleAsync());
        told.Text.ShouldContain($"En kollega har nettopp startet «{begun.Title}»");

        // What the second wrote is kept, and holds once it is saved knowingly.
        var other = begun.Title == "Vannet er brunt" ? "Vannet er borte" : "Vannet er brunt";
        told.Document.QuerySelector("[name=title]")!.GetAttribute("value").ShouldBe(other);
        (await (both[0] == told ? kari : again).SendAsync(told, address, ("title", other), lead)).Status.ShouldBe(HttpStatusCode.OK);
        (await world.ReadAsync(db => db.Set<UnusualSituation>().SingleAsync())).Title.ShouldBe(other);
    }

    private static (string, string)[] Fields(DialogueWorld world, string text) =>
    [
        ("question", "Når er det åpent?"), ("text", text), ("topic", "Tider"), ("language", "nb"), ("sources", ""),
        ("owner", $"{world.Person(DialogueWorld.Kari)}"), ("reviewOn", "2030-01-01"),
    ];
}
