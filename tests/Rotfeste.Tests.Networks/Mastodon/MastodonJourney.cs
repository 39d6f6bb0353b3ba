using System.Diagnostics;
using Microsoft.Playwright;
using Rotfeste.Tests.Networks.Journeys;

namespace Rotfeste.Tests.Networks.Mastodon;

/// <summary>The main job on the second network, with a real browser and a real server: connect, hear, answer once in a named voice, forget what is deleted.</summary>
[Collection<MastodonCollection>]
public sealed class MastodonJourney(MastodonServer server, Browser.Browsing.Browser browser, ITestOutputHelper output)
    : IClassFixture<Browser.Browsing.Browser>
{
    private const string Question = "når kommer bussen til Nordneset?";
    private const string Answer = "Bussen går klokka 7.45 fra mandag.";
    private const string Thanks = "Takk! Går den på lørdager også?";
    private const string Secret = "jeg har mistet jobben, hva gjør jeg?";
    private const string Regretted = "dette burde jeg ikke ha skrevet om naboen.";

    private MastodonAccount _us = null!;
    private MastodonAccount _stranger = null!;

    [MastodonFact]
    public async Task What_is_said_at_a_Mastodon_server_becomes_one_answer_in_a_named_voice()
    {
        await server.Proxy.Reset();
        _us = await server.CreateAccountAsync(MastodonServer.NewName("fjordvik"), "Fjordvik kommune");
        _stranger = await server.CreateAccountAsync(MastodonServer.NewName("ola"), "Ola Nordmann");
        await using var product = await ProductProcess.StartAsync(ProductSettings.Alone() with
        {
            Poll = TimeSpan.FromSeconds(1), Regret = TimeSpan.FromSeconds(2), Patience = TimeSpan.FromSeconds(15),
        });
        var person = await Person.At(browser, product.Address);
        try
        {
            await person.SetUpAsync(await product.SetupCode, "Fjordvik kommune", "Kari Nordmann", "kari@fjordvik.test");
            await person.ConnectMastodonAsync(server.At.Server, _us.Name, _us.Password);
            await person.SearchForAsync("Om oss", "Fjordvik");
            await WalkAsync(product, person);
            await TalkThatOnlyASearchFindsAsync(person);
        }
        catch
        {
            await person.LeaveTraceAsync("mastodon");
            throw;
        }
    }

    private async Task WalkAsync(ProductProcess product, Person person)
    {
        await WhatTheServerLacksIsSaidAsync(person);
        await person.GoAsync("people");
        await person.PressAsync("People/Members", "Asked.Yes");
        await person.GoAsync("inbox");
        var question = await AQuestionComesInAsync(person);
        await ItIsAnsweredOnceAsync(person, question);
        await TheNextReplyJoinsAsync(person, question);
        await WhatIsPrivateStaysApartAsync(person);
        await ADeletionErasesAsync(product, person);
    }

    private async Task TalkThatOnlyASearchFindsAsync(Person person)
    {
        await person.GoAsync("mentions");
        var clock = Stopwatch.StartNew();
        await server.SayAsync(_stranger.Name, "I Fjordvik skal de bygge ny bru, sies det.");
        await Assertions.Expect(person.Article("ny bru")).ToBeVisibleAsync();
        output.WriteLine($"public post to what is said about us, without a reload: {clock.ElapsedMilliseconds} ms");
    }

    private static async Task WhatTheServerLacksIsSaidAsync(Person person)
    {
        await person.GoAsync("channels");
        await person.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Fjordvik kommune" }).ClickAsync();
        await Eventually.ShouldHoldAsync(async () =>
        {
            await person.Page.ReloadAsync();
            (await person.Page.ContentAsync()).ShouldContain(Words.Of("Channels/Accounts", "Lacks.streaming"));
        });
    }

    private async Task<MastodonStatus> AQuestionComesInAsync(Person person)
    {
        var clock = Stopwatch.StartNew();
        var question = await server.SayAsync(_stranger.Name, $"@{_us.Name} {Question}", pictureOf: "Et tomt busskur i regn", warning: "om buss");
        await Assertions.Expect(person.Row(Question)).ToBeVisibleAsync();
        output.WriteLine($"post to inbox, without a reload: {clock.ElapsedMilliseconds} ms");
        await person.Row(Question).ClickAsync();
        await Assertions.Expect(person.Article(Question)).ToContainTextAsync("Et tomt busskur i regn");
        await Assertions.Expect(person.Article(Question)).ToContainTextAsync("om buss");
        return question;
    }

    private async Task ItIsAnsweredOnceAsync(Person person, MastodonStatus question)
    {
        await person.PressAsync("Dialogue/Turns", "Take");
        await person.AddPictureAsync("Ruta på kart, med holdeplass ved skolen");
        await person.Page.GetByRole(AriaRole.Radio, new() { Name = Words.Of("Dialogue/Composers", "Name.Yes") }).CheckAsync();
        await person.Page.Locator("textarea[name=text]").FillAsync(Answer);
        await person.PressAsync("Dialogue/Composers", "Send");
        await Assertions.Expect(person.Article(Answer)).ToContainTextAsync(Words.Of("Dialogue/Turns", "Answer.Sent"));

        var reply = (await server.RepliesAsync(question.Id, _us.Name)).ShouldHaveSingleItem();
        reply.Content.ShouldContain(Answer);
        reply.Content.ShouldContain("– Kari");
        reply.Content.ShouldContain($"@{_stranger.Name}");
        reply.Pictures.ShouldHaveSingleItem().Description.ShouldBe("Ruta på kart, med holdeplass ved skolen");
        (reply.Visibility, reply.Warning).ShouldBe(("public", "om buss"));
        await Assertions.Expect(person.Article(Answer)).ToHaveCountAsync(1);
    }

    private async Task TheNextReplyJoinsAsync(Person person, MastodonStatus question)
    {
        var reply = (await server.RepliesAsync(question.Id, _us.Name))[0];
        await server.SayAsync(_stranger.Name, $"@{_us.Name} {Thanks}", replyTo: reply.Id);
        await Assertions.Expect(person.Article(Thanks)).ToBeVisibleAsync();
        await Assertions.Expect(person.Article(Question)).ToBeVisibleAsync();
        await Assertions.Expect(person.Row("Ola Nordmann")).ToHaveCountAsync(1);
    }

    private async Task WhatIsPrivateStaysApartAsync(Person person)
    {
        var secret = await server.SayAsync(_stranger.Name, $"@{_us.Name} {Secret}", visibility: "direct");
        await Assertions.Expect(person.Row(Secret)).ToContainTextAsync(Words.Of("Dialogue/Listings", "Row.Private"));
        await person.Row(Secret).ClickAsync();
        await Assertions.Expect(person.Article(Secret)).ToContainTextAsync(Words.Of("Dialogue/Turns", "Private"));
        await Assertions.Expect(person.Article(Question)).ToHaveCountAsync(0);
        await person.Page.Locator("textarea[name=text]").FillAsync("Ring oss på servicetorget.");
        await person.PressAsync("Dialogue/Composers", "Send");
        await Assertions.Expect(person.Article("Ring oss")).ToContainTextAsync(Words.Of("Dialogue/Turns", "Answer.Sent"));
        (await server.RepliesAsync(secret.Id, _us.Name)).ShouldHaveSingleItem().Visibility.ShouldNotBe("public");
    }

    private async Task ADeletionErasesAsync(ProductProcess product, Person person)
    {
        var post = await server.SayAsync(_stranger.Name, $"@{_us.Name} {Regretted}");
        await Assertions.Expect(person.Row(Regretted)).ToBeVisibleAsync();
        await person.Row(Regretted).ClickAsync();
        await Assertions.Expect(person.Article(Regretted)).ToBeVisibleAsync();
        var clock = Stopwatch.StartNew();
        await server.DeleteAsync(_stranger.Name, post.Uri);
        await Assertions.Expect(person.Page.GetByText(Words.Of("Dialogue/Turns", "Erased.Deleted"))).ToBeVisibleAsync();
        output.WriteLine($"deleted there to erased here, on the open page: {clock.ElapsedMilliseconds} ms");
        await Eventually.ShouldHoldAsync(() => StoredRows.TablesHolding(product.Settings, Regretted).ShouldBeEmpty());
    }
}
