using System.Net;
using Microsoft.EntityFrameworkCore;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Listening.Mentions;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Dialogue.Mentions;

public sealed class TakeMentionTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task What_was_said_where_no_account_of_ours_can_answer_is_taken_and_answered_by_hand(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        using var kari = await world.SignInAsync(DialogueWorld.Kari);
        var form = await kari.OpenAsync($"{world.Path}/tips");
        await kari.SendAsync(form, $"{world.Path}/tips", ("url", "https://avis.example/sak"), ("title", "Avisa om oss"), ("why", ""));
        var mention = await world.ReadAsync(db => db.Set<Mention>().Select(m => m.Id).SingleAsync());

        var taken = await kari.SendAsync(await kari.OpenAsync($"{world.Path}/mentions"), $"{world.Path}/mentions/{mention}/conversation");

        taken.Status.ShouldBe(HttpStatusCode.OK);
        taken.Text.ShouldContain("Avisa om oss");
        var conversation = await world.ReadAsync(db => db.Set<Conversation>().SingleAsync());
        conversation.IsByHand.ShouldBeTrue();
        conversation.TakenBy.ShouldBe(world.Person(DialogueWorld.Kari));
        taken.Document.QuerySelector($"form[action='{world.Path}/conversations/{conversation.Id}/ready-text']").ShouldNotBeNull();
    }
}
