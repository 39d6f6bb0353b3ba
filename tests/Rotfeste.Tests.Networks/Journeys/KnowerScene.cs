using System.Diagnostics;
using Microsoft.Playwright;
using Rotfeste.Tests.Browser.Browsing;
using Rotfeste.Tests.Networks.Mail;

namespace Rotfeste.Tests.Networks.Journeys;

/// <summary>
/// A citizen's question and the one who knows: Kari sits at the inbox, Per is asked about the school bus and answers from a phone, beginning
/// with the mail. The network is whatever Kari connects.
/// </summary>
internal sealed class KnowerScene : IAsyncDisposable
{
    public const string Question = "kan skoleskyssen til Nordneset gå tidligere om mandagen?";

    private const string Subject = "skoleskyss";
    private const string Per = "per@fjordvik.test";

    private readonly Browser.Browsing.Browser _browser;
    private readonly MailServer _mail;

    private KnowerScene(Browser.Browsing.Browser browser, MailServer mail, ProductProcess product, Person kari) =>
        (_browser, _mail, Product, Kari) = (browser, mail, product, kari);

    public ProductProcess Product { get; }

    public MailServer Mail => _mail;

    public Person Kari { get; }

    public static async Task<KnowerScene> StartAsync(Browser.Browsing.Browser browser, ProductSettings settings)
    {
        var mail = await MailServer.StartAsync();
        try
        {
            var product = await ProductProcess.StartAsync(settings with
            {
                Poll = TimeSpan.FromSeconds(1), Regret = TimeSpan.FromSeconds(1), Patience = TimeSpan.FromSeconds(15), Smtp = mail.Address,
            });
            return new KnowerScene(browser, mail, product, await Person.At(browser, product.Address));
        }
        catch
        {
            await mail.DisposeAsync();
            throw;
        }
    }

    /// <summary>The organisation, its account, and a colleague who says what he knows.</summary>
    public async Task PrepareAsync(Func<Person, Task> connect)
    {
        await Kari.SetUpAsync(await Product.SetupCode, "Fjordvik kommune", "Kari Nordmann", "kari@fjordvik.test");
        await connect(Kari);
        await Kari.SayYesAsync();
        await Kari.GoAsync("invitations/new");
        await Kari.Field("People/Invitations", "Name").FillAsync("Per Hansen");
        await Kari.Field("People/Invitations", "Email").FillAsync(Per);
        await Kari.PressAsync("People/Invitations", "Invite.Send");
        var per = await Person.At(_browser, Product.Address);
        await per.JoinAsync((await _mail.OnlyMailAsync(Per)).Links.Single());
        await Kari.AskToAnswerAsync("Per Hansen");
        await per.SayYesAsync();
        await per.GoAsync("profile/subjects");
        await per.Page.Locator("[name=subjects]").FillAsync($"{Subject}\nbrøyting");
        await per.PressAsync("Dialogue/Subjects", "Save");
        await Assertions.Expect(per.Page.GetByText(Words.Of("Dialogue/Subjects", "Saved"))).ToBeVisibleAsync();
        await Kari.GoAsync("inbox");
    }

    /// <summary>Kari sees who knows, with the reason, and asks with one click.</summary>
    public async Task AskAsync(string question = Question)
    {
        await Kari.Row(question).ClickAsync();
        await Kari.Page.Locator("#knows summary").ClickAsync();
        await Assertions.Expect(Kari.Page.Locator("#knows")).ToContainTextAsync("Per Hansen");
        await Assertions.Expect(Kari.Page.Locator("#knows")).ToContainTextAsync($"«{Subject}»");
        await Kari.Page.Locator("#knows button[name=person]").ClickAsync();
        await Assertions.Expect(Kari.Page.GetByText(Words.Of("Dialogue/Asks", "IsAsked"))).ToBeVisibleAsync();
    }

    /// <summary>Per, signed in nowhere, follows the mail on a phone, writes, and presses one of the buttons; every tap is counted.</summary>
    public async Task<string> AnswerFromTheMailAsync(string words, string button)
    {
        var (mail, clock) = (await AlertAsync(), Stopwatch.StartNew());
        var hand = new Hand(await _browser.OpenAsync(Product.Address, 390));
        try
        {
            const int Link = 1;
            await hand.Page.GotoAsync(mail);
            await hand.TapAsync("form[action^='/sign-in/link/'] button");
            await Assertions.Expect(hand.Page.GetByRole(AriaRole.Article)).ToContainTextAsync(Question);
            if (await hand.Page.Locator("#f-signature-name").IsVisibleAsync())
                await hand.TapAsync("label[for=f-signature-name]");
            await hand.WriteAsync("#f-text", words);
            await hand.TapAsync(button);
            await Assertions.Expect(hand.Page.Locator("main")).ToContainTextAsync(words);

            var taps = Link + hand.Taps + hand.Fields;
            taps.ShouldBeLessThanOrEqualTo(5);
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(2));
            return $"from the mail to a sent answer: {taps} taps, {clock.ElapsedMilliseconds} ms";
        }
        catch
        {
            await new Person(hand.Page, Product.Address).LeaveTraceAsync("knower");
            throw;
        }
    }

    /// <summary>The link of the mail that asks Per. What is urgent is mailed at once; other notices may stand in the same mail.</summary>
    public async Task<string> AlertAsync()
    {
        var sentence = Words.Of("Dialogue/Asks", "Notice.Asked", Subject);
        KeptMail? told = null;
        await Eventually.ShouldHoldAsync(async () =>
            (told = (await _mail.MailsAsync(Per)).FirstOrDefault(m => m.Text!.Contains(sentence, StringComparison.Ordinal))).ShouldNotBeNull());
        told!.Text!.ShouldNotContain(Question);
        var at = told.Text!.IndexOf(sentence, StringComparison.Ordinal);
        return told.Links.First(l => told.Text.IndexOf(l, StringComparison.Ordinal) > at);
    }

    public async ValueTask DisposeAsync()
    {
        await Product.DisposeAsync();
        await _mail.DisposeAsync();
    }
}
