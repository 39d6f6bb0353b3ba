using System.Diagnostics;
using Microsoft.Playwright;

namespace Rotfeste.Tests.Networks.Journeys;

/// <summary>The main job from end to end, with a real browser and a real network: from what is said to an answer in a named employee's voice.</summary>
[Collection<ReferenceNetworkCollection>]
public sealed class MainJobJourney(ReferenceNetwork network, Browser.Browsing.Browser browser, ITestOutputHelper output)
    : IClassFixture<Browser.Browsing.Browser>
{
    private const string Question = "når kommer bussen til Nordneset?";
    private const string Talk = "I Fjordvik skal de bygge ny bru, sies det.";
    private const string Answer = "Bussen går klokka 7.45 fra mandag.";
    private const string Thanks = "Takk! Går den på lørdager også?";
    private const string Regretted = "dette burde jeg ikke ha skrevet om naboen.";
    private const string Closed = "denne kontoen er snart borte.";

    private TestAccount _us = null!;
    private TestAccount _stranger = null!;
    private TestAccount _other = null!;

    [NetworkFact]
    public async Task What_is_said_on_the_network_becomes_an_answer_in_a_named_voice()
    {
        await network.Proxy.Reset();
        _us = await network.CreateAccount(ReferenceNetwork.NewHandle("fjordvik"), "Fjordvik kommune");
        _stranger = await network.CreateAccount(ReferenceNetwork.NewHandle("ola"), "Ola Nordmann");
        _other = await network.CreateAccount(ReferenceNetwork.NewHandle("eva"), "Eva Vik");
        await using var product = await ProductProcess.StartAsync(ProductSettings.On(network) with
        {
            Poll = TimeSpan.FromSeconds(5), Regret = TimeSpan.FromSeconds(2), Patience = TimeSpan.FromSeconds(15),
        });

        var owner = await Person.At(browser, product.Address);
        var employee = await Person.At(browser, product.Address);
        try
        {
            await PrepareAsync(product, owner, employee);
            await WalkAsync(product, owner, employee);
        }
        catch
        {
            await owner.LeaveTraceAsync("owner");
            await employee.LeaveTraceAsync("employee");
            throw;
        }
    }

    private async Task WalkAsync(ProductProcess product, Person owner, Person employee)
    {
        var question = await AQuestionComesInAsync(owner, employee);
        await TalkThatOnlyASearchFindsAsync(owner);
        var reply = await AnEmployeeAnswersAsync(owner, employee, question);
        await TheNetworkHoldsItOnceAsync(question, reply);
        await TheNextReplyJoinsAsync(employee, reply);
        await ADeletionErasesAsync(product, employee);
        await AClosedAccountIsErasedAsync(product, employee);
    }

    private async Task PrepareAsync(ProductProcess product, Person owner, Person employee)
    {
        await owner.SetUpAsync(await product.SetupCode, "Fjordvik kommune", "Kari Nordmann", "kari@fjordvik.test");
        await owner.ConnectAsync(network.At.Proxy, _us.Handle, await network.CreateAppPassword(_us.Handle, "rotfeste"));
        await owner.SearchForAsync("Om oss", "Fjordvik");
        var link = await owner.InviteAsync("Per Hansen", "per@fjordvik.test");
        await employee.JoinAsync(link);
        await owner.AskToAnswerAsync("Per Hansen");
        await employee.SayYesAsync();
        await owner.GoAsync("mentions");
        await employee.GoAsync("inbox");
        await Assertions.Expect(employee.Heading("Dialogue/Listings", "Inbox").First).ToBeVisibleAsync();
    }

    private async Task<TestPost> AQuestionComesInAsync(Person owner, Person employee)
    {
        var clock = Stopwatch.StartNew();
        var question = await network.Post(new NewPost(_stranger.Handle, $"@{_us.Handle} {Question}")
        {
            Mentions = [_us.Handle],
            Images = [new NewImage("Et tomt busskur i regn")],
        });
        await Assertions.Expect(employee.Row(Question)).ToBeVisibleAsync();
        output.WriteLine($"post to inbox, without a reload: {clock.ElapsedMilliseconds} ms");
        return question;
    }

    private async Task TalkThatOnlyASearchFindsAsync(Person owner)
    {
        var clock = Stopwatch.StartNew();
        await network.Post(_other.Handle, Talk);
        await Assertions.Expect(owner.Article(Talk)).ToBeVisibleAsync();
        output.WriteLine($"post to what is said about us, without a reload: {clock.ElapsedMilliseconds} ms");
    }

    private async Task<TestRecord> AnEmployeeAnswersAsync(Person owner, Person employee, TestPost question)
    {
        await employee.Row(Question).ClickAsync();
        await Assertions.Expect(employee.Article(Question)).ToBeVisibleAsync();
        await Assertions.Expect(employee.Article(Question)).ToContainTextAsync("Et tomt busskur i regn");

        // Another person looks at the same list, and sees at once that it is taken.
        await owner.GoAsync("inbox");
        await Assertions.Expect(owner.Row(Question)).ToBeVisibleAsync();
        await employee.PressAsync("Dialogue/Turns", "Take");
        await Assertions.Expect(owner.Row(Question)).ToContainTextAsync(Words.Of("Dialogue/Listings", "Row.With", "Per"));

        await employee.AddPictureAsync("Rutetabell for Nordneset");
        await employee.Page.GetByRole(AriaRole.Radio, new() { Name = Words.Of("Dialogue/Composers", "Name.Yes") }).CheckAsync();
        await employee.Page.Locator("textarea[name=text]").FillAsync(Answer);
        var clock = Stopwatch.StartNew();
        await employee.PressAsync("Dialogue/Composers", "Send");
        var reply = await UntilAsync(async () => (await RepliesOfOursAsync(question.Uri)).SingleOrDefault());
        output.WriteLine($"send to at the network, two seconds of regret among it: {clock.ElapsedMilliseconds} ms");
        await Assertions.Expect(employee.Article(Answer)).ToContainTextAsync(Words.Of("Dialogue/Turns", "Answer.Sent"));
        return reply;
    }

    private async Task TheNetworkHoldsItOnceAsync(TestPost question, TestRecord reply)
    {
        var all = await network.Replies(question.Uri);
        all.Count.ShouldBe(1);
        all[0].By.ShouldBe(_us.Handle);
        reply.Value.GetProperty("text").GetString().ShouldBe($"{Answer}\n– Per");
        reply.Value.GetProperty("embed").GetProperty("images")[0].GetProperty("alt").GetString().ShouldBe("Rutetabell for Nordneset");
        var place = reply.Value.GetProperty("reply");
        foreach (var end in (string[])["root", "parent"])
        {
            place.GetProperty(end).GetProperty("uri").GetString().ShouldBe(question.Uri);
            place.GetProperty(end).GetProperty("cid").GetString().ShouldBe(question.Cid);
        }

        await Eventually.ShouldHoldAsync(async () =>
            (await network.Notifications(_stranger.Handle)).ShouldContain(told => told.Uri == reply.Uri && told.Reason == "reply"));
        (await network.Proxy.Requests("putRecord")).Count.ShouldBe(1);
    }

    private async Task TheNextReplyJoinsAsync(Person employee, TestRecord reply)
    {
        var clock = Stopwatch.StartNew();
        await network.Post(new NewPost(_stranger.Handle, Thanks) { ReplyTo = reply.Uri });
        await Assertions.Expect(employee.Article(Thanks)).ToBeVisibleAsync();
        output.WriteLine($"their next reply in the open conversation: {clock.ElapsedMilliseconds} ms");
        await Assertions.Expect(employee.Article(Question)).ToBeVisibleAsync();
        await Assertions.Expect(employee.Row(Thanks)).ToHaveCountAsync(1);
        await Assertions.Expect(employee.Row("Ola Nordmann")).ToHaveCountAsync(1);
    }

    private async Task ADeletionErasesAsync(ProductProcess product, Person employee)
    {
        var post = await network.Post(new NewPost(_other.Handle, $"@{_us.Handle} {Regretted}") { Mentions = [_us.Handle] });
        await employee.Row(Regretted).ClickAsync();
        await Assertions.Expect(employee.Article(Regretted)).ToBeVisibleAsync();

        var clock = Stopwatch.StartNew();
        await network.Delete(post.Uri);
        await Assertions.Expect(employee.Page.GetByText(Words.Of("Dialogue/Turns", "Erased.Deleted"))).ToBeVisibleAsync();
        output.WriteLine($"deleted there to erased here, on the open page: {clock.ElapsedMilliseconds} ms");
        await Assertions.Expect(employee.Page.GetByText(Regretted)).ToHaveCountAsync(0);
        await NothingIsLeftOfAsync(product, Regretted);
    }

    private async Task AClosedAccountIsErasedAsync(ProductProcess product, Person employee)
    {
        var leaving = await network.CreateAccount(ReferenceNetwork.NewHandle("liv"), "Liv Strand");
        await network.Post(new NewPost(leaving.Handle, $"@{_us.Handle} {Closed}") { Mentions = [_us.Handle] });
        await employee.Row(Closed).ClickAsync();
        await Assertions.Expect(employee.Article(Closed)).ToBeVisibleAsync();

        var clock = Stopwatch.StartNew();
        await network.SetStatus(leaving.Handle, AccountStatus.TakenDown);
        await Assertions.Expect(employee.Page.GetByText(Words.Of("Dialogue/Turns", "Erased.AccountGone"))).ToBeVisibleAsync();
        output.WriteLine($"account taken down there to erased here: {clock.ElapsedMilliseconds} ms");
        await Assertions.Expect(employee.Page.GetByText(Closed)).ToHaveCountAsync(0);
        await NothingIsLeftOfAsync(product, Closed);
    }

    // Not only hidden on the page: no table holds the words any more.
    private static Task NothingIsLeftOfAsync(ProductProcess product, string words) => Eventually.ShouldHoldAsync(
        () => StoredRows.TablesHolding(product.Settings, words).ShouldBeEmpty());

    private async Task<IReadOnlyList<TestRecord>> RepliesOfOursAsync(string uri) =>
    [
        .. (await network.Records(_us.Handle)).Where(record =>
            record.Value.TryGetProperty("reply", out var reply) && reply.GetProperty("parent").GetProperty("uri").GetString() == uri),
    ];

    private static async Task<T> UntilAsync<T>(Func<Task<T?>> find)
        where T : class
    {
        for (var end = DateTime.UtcNow.AddSeconds(30); DateTime.UtcNow < end; await Task.Delay(50, TestContext.Current.CancellationToken))
        {
            if (await find() is { } found)
            {
                return found;
            }
        }

        throw new TimeoutException("Waited thirty seconds in vain.");
    }
}
