using System.Net;
using Microsoft.EntityFrameworkCore;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Tests.Dialogue;

namespace Rotfeste.Tests.Platform.Web;

public sealed class SamePressTests
{
    private static readonly (string, string)[] Counter = [("text", "Når åpner isbanen?"), ("place", "Skranken")];

    [Fact]
    public async Task A_button_pressed_twice_does_its_work_once_and_both_presses_lead_there()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        var page = $"{world.Path}/inbox/by-hand";
        var open = await kari.OpenAsync(page);

        var both = await Task.WhenAll(kari.SendAsync(open, page, Counter), kari.SendAsync(open, page, Counter));
        both[0].Address.ShouldStartWith($"{world.Path}/inbox/");
        both[1].Address.ShouldBe(both[0].Address);
        (await kari.SendAsync(open, page, Counter)).Address.ShouldBe(both[0].Address);
        (await CountAsync(world)).ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_means_the_same_again_and_what_was_refused_is_done_again()
    {
        await using var world = await DialogueWorld.MakeAsync();
        var kari = await world.SignInAsync(DialogueWorld.Kari);
        var page = $"{world.Path}/inbox/by-hand";
        var open = await kari.OpenAsync(page);
        await kari.SendAsync(open, page, Counter);

        // The next at the counter asks the same: another page.
        await kari.SendAsync(await kari.OpenAsync(page), page, Counter);
        (await CountAsync(world)).ShouldBe(2);

        // Something else in between, from the same page.
        (string, string)[] other = [("text", "Hvor leverer jeg glass?"), ("place", "Skranken")];
        await kari.SendAsync(open, page, other);
        await kari.SendAsync(open, page, Counter);
        (await CountAsync(world)).ShouldBe(4);

        (string, string)[] empty = [("text", ""), ("place", "Skranken")];
        (await kari.SendAsync(open, page, empty)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await kari.SendAsync(open, page, empty)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private static Task<int> CountAsync(DialogueWorld world) => world.ReadAsync(db => db.Set<Conversation>().CountAsync());
}
