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
    public async Task What_was_said_where_no_account_of_ours_can_answer_becomes_no_conversation(Provider provider)
    {
        await using var world = await DialogueWorld.MakeAsync(provider);
        using var kari = await world.SignInAsync(DialogueWorld.Kari);
        var form = await kari.OpenAsync($"{world.Path}/tips");
        await kari.SendAsync(form, $"{world.Path}/tips", ("url", "https://avis.example/sak"), ("title", "Avisa om oss"), ("why", ""));
        var mention = await world.ReadAsync(db => db.Set<Mention>().Select(m => m.Id).SingleAsync());

        // The button is not offered there; somebody asks all the same.
        var token = form.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var refused = await kari.PostAsync($"{world.Path}/mentions/{mention}/conversation", ("__RequestVerificationToken", token));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("Svar der, i eget navn");
        (await world.ReadAsync(db => db.Set<Conversation>().CountAsync())).ShouldBe(0);
    }
}
