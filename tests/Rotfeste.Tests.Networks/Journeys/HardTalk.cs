using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Rotfeste.Tests.Matching.Numbers;

namespace Rotfeste.Tests.Networks.Journeys;

/// <summary>Somebody on a network who writes to us, and what the network holds of our answers.</summary>
/// <param name="SayAsync">Writes to us in public; gives what names the post there.</param>
/// <param name="AnswersAsync">The words of our answers to it, as the network has them.</param>
internal sealed record Stranger(Func<string, Task<string>> SayAsync, Func<string, Task<IReadOnlyList<string>>> AnswersAsync);

/// <summary>
/// What is hard to answer in public: anger, and what nobody else should read. Kari meets it openly, leaves one unanswered, moves a private
/// matter to a safe place, and makes one answer everybody's. The network is whatever she has connected.
/// </summary>
internal sealed class HardTalk(KnowerScene scene, Browser.Browsing.Browser browser, Stranger ola)
{
    public const string Name = "Ola Nordmann";

    private const string Sour = "dette er en skandale!! Vannet i Fjellveien har vært borte i fire dager. Ring meg på 91 23 45 67. Hilsen Ola Nordmann";
    private const string Friendly = "Hei, Ola! Det skjønner jeg er slitsomt. Vannet er tilbake i kveld, og jeg følger med til det er i orden.";
    private const string Sourer = "håpløse folk, alle sammen!!";
    private const string Private = "hvor blir det av skoleskyssen til barnet vårt?";
    private const string SafePlace = "fjordvik.example/trygt";
    private const string Question = "Når kommer vannet tilbake i Fjellveien?";
    private const string ForAll = "Ved brudd på hovedledningen er vannet som regel tilbake samme kveld.";

    // A number made by rule in the series that is kept for tests: nobody has it.
    private static readonly string Number = MadeNumbers.Norwegian(new Random(11), month: 80);

    private Person Kari => scene.Kari;

    private IPage Page => scene.Kari.Page;

    public async Task WalkAsync()
    {
        await KariSaysWhereSafeIsAsync();
        await CriticismIsAnsweredOpenlyAsync();
        await NoAnswerIsAChoiceAsync();
        var asked = await ANumberIsHiddenOnTheWayInAsync();
        await ItIsSeenOnPurposeAsync();
        await NoNumberGoesOutAsync(asked);
        await AnyoneReadsAsync(await TheAnswerBecomesEverybodysAsync());
    }

    private async Task KariSaysWhereSafeIsAsync()
    {
        await Kari.GoAsync("numbers");
        await Kari.Field("Dialogue/Numbers", "Place").FillAsync(SafePlace);
        await Kari.PressAsync("Dialogue/Numbers", "Save");
        await Assertions.Expect(Page.GetByText(Words.Of("Dialogue/Numbers", "Saved"))).ToBeVisibleAsync();
        await Kari.GoAsync("inbox");
    }

    private async Task CriticismIsAnsweredOpenlyAsync()
    {
        var said = await ola.SayAsync(Sour);
        await Kari.Row("Fjellveien").ClickAsync();
        await Assertions.Expect(Kari.Article("Fjellveien")).ToBeVisibleAsync();
        var guide = Page.Locator("#guide");
        await Assertions.Expect(guide.Locator("summary")).ToContainTextAsync("«skandale»");
        await Assertions.Expect(guide.GetByText(Words.Of("Dialogue/Criticism", "Step.Acknowledge"))).ToBeHiddenAsync();
        await guide.Locator("summary").ClickAsync();
        await Assertions.Expect(guide.GetByText(Words.Of("Dialogue/Criticism", "Step.Acknowledge"))).ToBeVisibleAsync();

        await Assertions.Expect(Page.Locator("#composer")).ToContainTextAsync(Words.Of("Dialogue/Composers", "Openly"));
        await Page.GetByRole(AriaRole.Radio, new() { Name = Words.Of("Dialogue/Composers", "Name.Yes") }).CheckAsync();
        await SendAsync(Friendly);
        (await ola.AnswersAsync(said)).ShouldHaveSingleItem().ShouldContain(Friendly);
    }

    private async Task NoAnswerIsAChoiceAsync()
    {
        var said = await ola.SayAsync(Sourer);
        await Kari.Row(Sourer).ClickAsync();
        await Assertions.Expect(Kari.Article(Sourer)).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("u");
        await Assertions.Expect(Page.Locator(".rf-conv-head")).ToContainTextAsync(Words.Of("Dialogue/Turns", "State.Closed"));
        await Assertions.Expect(Kari.Row(Sourer)).ToHaveCountAsync(0);
        (await ola.AnswersAsync(said)).ShouldBeEmpty();
    }

    /// <summary>Neither the list nor the search, the open conversation or a colleague's mail has it.</summary>
    private async Task<string> ANumberIsHiddenOnTheWayInAsync()
    {
        var said = await ola.SayAsync($"{Private} Fødselsnummer {Number}");
        await Assertions.Expect(Kari.Row(Private)).ToContainTextAsync(Words.Of("Dialogue/Numbers", "Hidden.Person"));
        await NowhereOnThePageAsync();
        await Kari.GoAsync("inbox?q=skoleskyssen");
        await Assertions.Expect(Kari.Row(Private)).ToBeVisibleAsync();
        await NowhereOnThePageAsync();

        await scene.AskAsync(Private);
        await Assertions.Expect(Kari.Article(Private)).ToContainTextAsync(Words.Of("Dialogue/Numbers", "Hidden.Person"));
        await NowhereOnThePageAsync();
        await scene.AlertAsync();
        (await scene.Mail.MailsAsync()).ShouldAllBe(mail => !$"{mail.Subject} {mail.Text} {mail.Raw}".Contains(Number, StringComparison.Ordinal));
        return said;
    }

    private async Task ItIsSeenOnPurposeAsync()
    {
        Ledger().ShouldBeEmpty();
        await Kari.PressAsync("Dialogue/Numbers", "Show");
        await Assertions.Expect(Kari.Article(Private)).ToContainTextAsync(Number);
        Ledger().ShouldHaveSingleItem().ShouldNotContain(Number);

        IReadOnlyList<string> Ledger() => StoredRows.Ask(scene.Product.Settings, "SELECT Data FROM platform_ledger WHERE Kind = 'private-numbers-shown'");
    }

    private async Task NoNumberGoesOutAsync(string said)
    {
        await Kari.PressAsync("Dialogue/Insertions", "Safe");
        var text = Page.Locator("textarea[name=text]");
        await Assertions.Expect(text).ToHaveValueAsync(new Regex(Regex.Escape(SafePlace)));
        var ready = await text.InputValueAsync();
        ready.ShouldNotContain(Number);

        var orders = Orders();
        await text.FillAsync($"{ready} Er det {Number} det gjelder?");
        await Kari.PressAsync("Dialogue/Composers", "Send");
        await Assertions.Expect(Page.Locator("#errors")).ToBeVisibleAsync();
        await Assertions.Expect(Page.Locator("#numbers")).ToContainTextAsync(Words.Of("Dialogue/Numbers", "Send.Person"));
        Orders().ShouldBe(orders);

        await SendAsync(ready);
        var answer = (await ola.AnswersAsync(said)).ShouldHaveSingleItem();
        answer.ShouldContain(SafePlace);
        answer.ShouldNotContain(Number);

        string Orders() => StoredRows.Ask(scene.Product.Settings, "SELECT count(*) FROM channels_items").Single();
    }

    /// <summary>Gives the address at which anyone reads it.</summary>
    private async Task<string> TheAnswerBecomesEverybodysAsync()
    {
        await Kari.GoAsync("inbox?view=all");
        await Kari.Row("Fjellveien").ClickAsync();
        await Kari.Article(Friendly).GetByRole(AriaRole.Link, new() { Name = Words.Of("Dialogue/Turns", "Answer.ForMany") }).ClickAsync();
        foreach (var field in (string[])["Question", "Text"])
        {
            var taken = await Kari.Field("Dialogue/Library", field).InputValueAsync();
            taken.ShouldNotContain("Ola");
            taken.ShouldNotContain("91 23 45 67");
        }

        await Kari.Field("Dialogue/Library", "Question").FillAsync(Question);
        await Kari.Field("Dialogue/Library", "Text").FillAsync(ForAll);
        await Kari.Field("Dialogue/Library", "Topic").FillAsync("Vann");
        await Kari.PressAsync("Dialogue/Library", "Save");
        await Kari.PressAsync("Dialogue/Library", "Open.Do");
        var link = Page.GetByRole(AriaRole.Link, new() { Name = Words.Of("Dialogue/Library", "Open.Read") });
        return (await link.GetAttributeAsync("href")).ShouldNotBeNull();
    }

    /// <summary>Signed in nowhere, in a browser that runs no script and keeps nothing.</summary>
    private async Task AnyoneReadsAsync(string address)
    {
        var reader = await browser.OpenAsync(scene.Product.Address, 390, script: false);
        await reader.GotoAsync(address);
        await Assertions.Expect(reader.GetByRole(AriaRole.Heading, new() { Name = Question })).ToBeVisibleAsync();
        await Assertions.Expect(reader.GetByText(ForAll)).ToBeVisibleAsync();
        (await reader.ContentAsync()).ShouldNotContain("Nordmann");
        await reader.GetByRole(AriaRole.Button, new() { Name = Words.Of("Dialogue/OpenAnswers", "Help.Yes"), Exact = true }).ClickAsync();
        await Assertions.Expect(reader.GetByText(Words.Of("Dialogue/OpenAnswers", "Thanked"))).ToBeVisibleAsync();
        (await reader.Context.CookiesAsync()).ShouldBeEmpty();

        await Page.ReloadAsync();
        await Assertions.Expect(Page.GetByText(Words.Of("Dialogue/Library", "Open.Said", 1, 0))).ToBeVisibleAsync();
    }

    private async Task SendAsync(string words)
    {
        await Page.Locator("textarea[name=text]").FillAsync(words);
        await Kari.PressAsync("Dialogue/Composers", "Send");
        await Assertions.Expect(Kari.Article(words)).ToContainTextAsync(Words.Of("Dialogue/Turns", "Answer.Sent"));
    }

    private async Task NowhereOnThePageAsync() => (await Page.ContentAsync()).ShouldNotContain(Number);
}
