using Microsoft.Playwright;

namespace Rotfeste.Tests.Networks.Journeys;

/// <summary>A citizen's question on a real network, answered by the one who knows in the own name, from the mail on a phone.</summary>
[Collection<ReferenceNetworkCollection>]
public sealed class KnowerJourney(ReferenceNetwork network, Browser.Browsing.Browser browser, ITestOutputHelper output)
    : IClassFixture<Browser.Browsing.Browser>
{
    private const string Answer = "Fra mandag kjører vi ti minutter tidligere fra Nordneset.";

    [NetworkFact]
    public async Task Who_knows_answers_from_the_mail_and_the_network_holds_it_once()
    {
        await network.Proxy.Reset();
        var us = await network.CreateAccount(ReferenceNetwork.NewHandle("fjordvik"), "Fjordvik kommune");
        var ola = await network.CreateAccount(ReferenceNetwork.NewHandle("ola"), "Ola Nordmann");
        await using var scene = await KnowerScene.StartAsync(browser, ProductSettings.On(network));
        try
        {
            await scene.PrepareAsync(async kari =>
                await kari.ConnectAsync(network.At.Proxy, us.Handle, await network.CreateAppPassword(us.Handle, "rotfeste")));
            var question = await network.Post(new NewPost(ola.Handle, $"@{us.Handle} {KnowerScene.Question}") { Mentions = [us.Handle] });
            await scene.AskAsync();
            output.WriteLine(await scene.AnswerFromTheMailAsync(Answer, "button[data-sends]"));

            // Whoever asked sees it come, in the open conversation; nobody is asked any longer.
            await Assertions.Expect(scene.Kari.Article(Answer)).ToContainTextAsync(Words.Of("Dialogue/Turns", "Answer.Sent"));
            await Assertions.Expect(scene.Kari.Page.GetByText(Words.Of("Dialogue/Asks", "IsAsked"))).ToHaveCountAsync(0);
            await Eventually.ShouldHoldAsync(async () => (await network.Notifications(ola.Handle)).ShouldContain(told => told.Reason == "reply"));
            var reply = (await network.Replies(question.Uri)).ShouldHaveSingleItem();
            (reply.By, reply.Value.GetProperty("text").GetString()).ShouldBe((us.Handle, $"{Answer}\n– Per"));
        }
        catch
        {
            await scene.Kari.LeaveTraceAsync("knower-kari");
            throw;
        }
    }
}
