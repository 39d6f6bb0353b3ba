using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Host.Examples;
using Rotfeste.People;
using Rotfeste.People.Contracts;
using Rotfeste.People.SignIns;
using Rotfeste.Tests.Browser.Browsing;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Browser;

/// <summary>
/// Forty people and five stages: the owner, the accountable leader, the one who holds the money and an employee who objects,
/// each at a browser of their own; the others answer without one.
/// </summary>
public sealed class LargeJourney(Browsing.Browser browser) : IClassFixture<Browsing.Browser>, IAsyncLifetime
{
    private const string Tor = "tor.egil.aas@fjordvik.example";
    private const string Marit = "marit.hauge@fjordvik.example";
    private const string Jonas = "jonas.eide@fjordvik.example";
    private const string Reason = "Vaktene er alt fulle. Hvem tar telefonen når jeg skriver?";

    private static readonly string[] Units = ["Vann og avløp", "Vei og park", "Kundetorget"];

    /// <summary>Those whom nobody follows: with the four, forty in the three units.</summary>
    private static readonly IReadOnlyList<ExamplePerson> Others = [.. Enumerable.Range(1, 31).Select(n => new ExamplePerson(
        $"Ansatt Nummer{n:00}", "Ansatt", $"ansatt{n:00}@fjordvik.example", Units[n % 3], Roles.Employee, false, null))];

    private TestApp app = null!;

    public async ValueTask InitializeAsync()
    {
        // All forty come from one address within a minute.
        app = await TestApp.StartAsync(adjust: services => services.AddSingleton(new SignInLimits(SignIns: 200)), settings: s => s with { IsExample = true });
        await using var scope = app.Services.CreateAsyncScope();
        var fjordvik = Fjordvik.At(SystemClock.Instance.GetCurrentInstant());
        await PeopleRoom.PlantExampleAsync(scope.ServiceProvider, fjordvik with { People = [.. fjordvik.People, .. Others] }, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Forty_people_go_through_five_stages_past_an_objection_and_a_change()
    {
        var kari = await Hand.SignInAsync(browser, app, Fjordvik.First, 1280);
        var address = await BeginAsync(kari);
        await PlanFiveStagesAsync(kari, address);
        await PublishAsync(kari, address);

        var marit = await AnswerInAsync(Marit, address);
        var jonas = await ObjectAsync(address);
        await Task.WhenAll(Others.Chunk(11).Select(some => AnswerAllAsync(some, address)));
        await AnswerAllAsync([.. Fjordvik.At(default).People.Where(p => p.Unit is { } unit && Units.Contains(unit) && p.Email is not (Marit or Jonas or Fjordvik.First))], address);
        await AnswerAllAsync([Fjordvik.At(default).People[0]], address);
        await HeldAsync(kari, address);

        var tor = await DecideAsync(address);
        await KeepOnRecordAsync(jonas, address);
        await AskExactlyTheMoneyAgainAsync(kari, address);
        await ConfirmAsync(marit, address);
        await GoThroughAsync(tor, kari, address);

        (await Accessibility.FindAsync(kari.Page)).ShouldBeEmpty();
        TestContext.Current.TestOutputHelper!.WriteLine($"Steps: Kari (owner) {kari}; Tor Egil (leader) {tor}; Marit (money) {marit}; Jonas (objects) {jonas}.");
        tor.Taps.ShouldBeLessThanOrEqualTo(10);
        marit.Taps.ShouldBeLessThanOrEqualTo(8);
        jonas.Taps.ShouldBeLessThanOrEqualTo(6);
    }

    private static async Task<string> BeginAsync(Hand kari)
    {
        await kari.TapAsync("a[href='/fjordvik/initiatives']:visible");
        await kari.TapAsync("main a[href='/fjordvik/initiatives/new']");
        await kari.WriteAsync("[name=title]", "Svar der folk spør: vei og vann");
        await kari.ChooseAsync("[name=leader]", "Tor Egil Aas");
        await kari.TapAsync("label[for=kind-CustomerService]");
        await kari.TapAsync("form[action='/fjordvik/initiatives'] button");
        await kari.Page.WaitForURLAsync("**/brief");
        var address = new Uri(kari.Page.Url).AbsolutePath[..^"/brief".Length];
        await kari.WriteAsync("[name=gain]", "De som lurer på noe om vei og vann, får svar der de spør, samme dag.");
        await kari.WriteAsync("[name=doing]", "De som sitter på vakt, etter tur.");
        await kari.WriteAsync("[name=fit]", "Slik vi svarer i telefonen.");
        await OpenFieldAsync(kari, "money", "180 000");
        await OpenFieldAsync(kari, "hours", "14");
        await kari.TapAsync("form[data-keeps] button[data-variant=tertiary]");
        return address;
    }

    // A further field is there when somebody asks for it.
    private static async Task OpenFieldAsync(Hand hand, string key, string text)
    {
        await hand.TapAsync("details.rf-more summary");
        await hand.TapAsync($"button[name=then][value={key}]");
        await hand.Page.WaitForURLAsync($"**more={key}*");
        await hand.WriteAsync($"[name={key}]", text);
    }

    private static async Task PlanFiveStagesAsync(Hand kari, string address)
    {
        await kari.Page.GotoAsync($"{address}/gates");
        var today = SystemClock.Instance.GetCurrentInstant().InUtc().Date;
        await kari.WriteAsync("[name=pilotOn]", $"{today.PlusDays(14):yyyy-MM-dd}");
        await kari.WriteAsync("[name=startsOn]", $"{today.PlusDays(60):yyyy-MM-dd}");
        await kari.WriteAsync("[name=endsOn]", $"{today.PlusDays(700):yyyy-MM-dd}");
        await kari.TapAsync("label[for=f-hasReview]");
        await kari.TapAsync("form[action$='/gates'] button");
        await kari.Page.WaitForURLAsync($"**{address}");
        (await kari.Page.Locator(".rf-stages > li").CountAsync()).ShouldBe(5);
    }

    private static async Task PublishAsync(Hand kari, string address)
    {
        await kari.Page.GotoAsync($"{address}/publication");
        foreach (var unit in Units)
            await AskAsync(kari, $"Alle i {unit}", "Sideways");
        await AskAsync(kari, "Marit Hauge", "Up", "money");
        await AskAsync(kari, "Anne Lise Dahl", "Up", "hours");
        await AskAsync(kari, "Siri Bakken", "In");
        await Screenshots.TakeAsync(kari.Page, "large-publication");
        await kari.TapAsync("form[action$='/versions'] button");
        await kari.Page.WaitForURLAsync("**?told=published");
    }

    private static async Task AskAsync(Hand kari, string who, string direction, string? holds = null)
    {
        await kari.ChooseAsync("[name=who]", who);
        await kari.TapAsync($"label[for=direction-{direction}]");
        if (holds is not null)
            await kari.TapAsync($"label[for=holds-{holds}]");
        await kari.TapAsync("form[action$='/people'] button");
        await kari.Page.WaitForLoadStateAsync();
    }

    private async Task<Hand> AnswerInAsync(string who, string address)
    {
        var hand = await Hand.SignInAsync(browser, app, who);
        await hand.TapAsync("a[href='/fjordvik/initiatives']:visible");
        await hand.TapAsync($"a[href='{address}/answer']");
        await hand.TapAsync("form[action$='/answers'] >> nth=0 >> label[for='f-stand']");
        await hand.TapAsync("form[action$='/answers'] >> nth=0 >> button");
        await hand.Page.WaitForLoadStateAsync();
        return hand;
    }

    private async Task<Hand> ObjectAsync(string address)
    {
        var jonas = await Hand.SignInAsync(browser, app, Jonas);
        await jonas.TapAsync("a[href='/fjordvik/initiatives']:visible");
        await jonas.TapAsync($"a[href='{address}/answer']");
        await jonas.TapAsync("form[action$='/answers'] >> nth=0 >> label[for='f-stand-disagree']");
        await jonas.WriteAsync("[name='reason.Disagree']", Reason);
        await jonas.TapAsync("form[action$='/answers'] >> nth=0 >> button");
        await jonas.Page.Locator(".rf-talk", new() { HasTextString = Reason }).First.WaitForAsync();
        await Screenshots.TakeAsync(jonas.Page, "large-objection");
        return jonas;
    }

    private async Task AnswerAllAsync(IReadOnlyList<ExamplePerson> those, string address)
    {
        foreach (var person in those)
        {
            using var visitor = app.NewVisitor();
            await visitor.SendAsync(await visitor.OpenAsync("/sign-in"), "/sign-in/example", ("example", person.Email));
            var page = await visitor.OpenAsync($"{address}/answer");
            var form = page.Document.QuerySelector("form[action$='/answers']")!.GetAttribute("action")!;
            await visitor.SendAsync(page, form, ("stand", "Agree"));
        }
    }

    private static async Task HeldAsync(Hand kari, string address)
    {
        await kari.Page.GotoAsync(address);
        (await kari.ReadAsync("#gate")).ShouldBe("Klart til pilot?");
        (await kari.ReadAsync("#threads")).ShouldContain(Reason);
        (await kari.Page.Locator($"form[action='{address}/passing']").CountAsync()).ShouldBe(0);
        await Screenshots.TakeAsync(kari.Page, "large-held");
    }

    // What waits stands on the table: the leader reads the pitch and answers there, then hears the objection and decides.
    private async Task<Hand> DecideAsync(string address)
    {
        var tor = await Hand.SignInAsync(browser, app, Tor);
        await tor.Page.GotoAsync("/fjordvik/table");
        await tor.TapAsync($"main a[href='{address}/pitch']");
        await tor.TapAsync("form[action$='/answers'] >> nth=0 >> label[for='f-stand']");
        await tor.TapAsync("form[action$='/answers'] >> nth=0 >> button");
        await tor.Page.WaitForLoadStateAsync();
        await tor.Page.GotoAsync("/fjordvik/table");
        (await tor.ReadAsync("main")).ShouldContain(Reason);
        await Screenshots.TakeAsync(tor.Page, "large-table");
        await tor.TapAsync($"main a[href='{address}#threads']");
        await tor.TapAsync("#threads details summary:has-text('Avgjør')");
        await tor.WriteAsync("[name^='decided.']", "Vi begynner med to timer om dagen, og vaktplanen endres først.");
        await tor.TapAsync("form:has([name^='decided.']) button");
        await tor.Page.Locator("#threads .rf-told").First.WaitForAsync();
        return tor;
    }

    private static async Task KeepOnRecordAsync(Hand jonas, string address)
    {
        await jonas.Page.GotoAsync($"{address}/answer");
        (await jonas.ReadAsync("#threads")).ShouldContain("to timer om dagen");
        await jonas.TapAsync("form[action$='/record'] button");
        await jonas.Page.Locator("#threads .rf-told p.small").First.WaitForAsync();
    }

    private static async Task AskExactlyTheMoneyAgainAsync(Hand kari, string address)
    {
        await kari.Page.GotoAsync($"{address}/brief");
        await kari.WriteAsync("[name=doing]", "De som sitter på vakt, etter tur, to timer om dagen.");
        await kari.WriteAsync("[name=money]", "240 000");
        await kari.TapAsync("button[value=publish]");
        await kari.Page.WaitForURLAsync("**/publication");

        var asked = kari.Page.Locator("section[aria-labelledby=preview-title] li");
        (await asked.CountAsync()).ShouldBe(1);
        (await asked.First.InnerTextAsync()).ShouldEndWith("Marit Hauge");
        await Screenshots.TakeAsync(kari.Page, "large-asked-again");
        await kari.TapAsync("form[action$='/versions'] button");
        await kari.Page.WaitForURLAsync("**?told=published");
    }

    private static async Task ConfirmAsync(Hand marit, string address)
    {
        await marit.Page.GotoAsync("/fjordvik/initiatives");
        (await marit.ReadAsync("section[aria-labelledby=mine]")).ShouldContain("Noe svaret ditt hvilte på, er endret");
        await marit.TapAsync($"a[href='{address}/answer']");
        (await marit.ReadAsync(".rf-changed")).ShouldContain("240 000");
        await marit.TapAsync("form[action$='/answers'] >> nth=0 >> label[for='f-stand']");
        await marit.TapAsync("form[action$='/answers'] >> nth=0 >> button");
        await marit.Page.WaitForLoadStateAsync();
    }

    private async Task GoThroughAsync(Hand tor, Hand kari, string address)
    {
        await PassAsync(tor, address, "Pilot");
        foreach (var who in new[] { "anne.lise.dahl", "siri.bakken" })
            await AnswerAllAsync([Fjordvik.At(default).People.Single(p => p.Email.StartsWith(who, StringComparison.Ordinal))], address);
        await PassAsync(tor, address, "I drift");
        await Screenshots.TakeAsync(tor.Page, "large-running");
        await PassAsync(kari, address, "Se på igjen");
        await PassAsync(kari, address, "Avsluttet");
        await Screenshots.TakeAsync(kari.Page, "large-ended");
    }

    private static async Task PassAsync(Hand hand, string address, string stage)
    {
        await hand.Page.GotoAsync(address);
        await hand.TapAsync($"form[action='{address}/passing'] button");
        await hand.Page.WaitForURLAsync("**?told=*");
        (await hand.ReadAsync(".rf-stages [aria-current]")).ShouldStartWith(stage);
    }
}
