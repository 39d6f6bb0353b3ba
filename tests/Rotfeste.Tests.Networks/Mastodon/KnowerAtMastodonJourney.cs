using Microsoft.Playwright;
using Rotfeste.Tests.Networks.Journeys;

namespace Rotfeste.Tests.Networks.Mastodon;

/// <summary>A citizen's question at a Mastodon server: who knows hands a fact over from the mail, and whoever asked answers with it.</summary>
[Collection<MastodonCollection>]
public sealed class KnowerAtMastodonJourney(MastodonServer server, Browser.Browsing.Browser browser, ITestOutputHelper output)
    : IClassFixture<Browser.Browsing.Browser>
{
    private const string Fact = "Bussen har ledig ti minutter før, det går fint fra mandag.";
    private const string Answer = "Fra mandag går bussen ti minutter tidligere.";

    [MastodonFact]
    public async Task Who_knows_hands_over_a_fact_and_the_answer_is_at_the_server_once()
    {
        await server.Proxy.Reset();
        var us = await server.CreateAccountAsync(MastodonServer.NewName("fjordvik"), "Fjordvik kommune");
        var ola = await server.CreateAccountAsync(MastodonServer.NewName("ola"), "Ola Nordmann");
        await using var scene = await KnowerScene.StartAsync(browser, ProductSettings.Alone());
        try
        {
            await scene.PrepareAsync(kari => kari.ConnectMastodonAsync(server.At.Server, us.Name, us.Password));
            var question = await server.SayAsync(ola.Name, $"@{us.Name} {KnowerScene.Question}");
            await scene.AskAsync();
            output.WriteLine(await scene.AnswerFromTheMailAsync(Fact, "button[formaction$='/fact']"));

            var kari = scene.Kari;
            await Assertions.Expect(kari.Page.Locator(".rf-knows")).ToContainTextAsync(Fact);
            await kari.Page.GetByRole(AriaRole.Radio, new() { Name = Words.Of("Dialogue/Composers", "Name.Yes") }).CheckAsync();
            await kari.Page.Locator("textarea[name=text]").FillAsync(Answer);
            await kari.PressAsync("Dialogue/Composers", "Send");
            await Assertions.Expect(kari.Article(Answer)).ToContainTextAsync(Words.Of("Dialogue/Turns", "Answer.Sent"));
            var reply = (await server.RepliesAsync(question.Id, us.Name)).ShouldHaveSingleItem();
            reply.Content.ShouldContain(Answer);
            reply.Content.ShouldContain("– Kari");
            reply.Content.ShouldNotContain(Fact);
        }
        catch
        {
            await scene.Kari.LeaveTraceAsync("knower-mastodon");
            throw;
        }
    }
}
