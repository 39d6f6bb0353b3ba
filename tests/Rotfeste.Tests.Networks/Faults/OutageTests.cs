namespace Rotfeste.Tests.Networks.Faults;

/// <summary>What happens while one side is away is there afterwards, once each.</summary>
[Collection<ReferenceNetworkCollection>]
public sealed class OutageTests(ReferenceNetwork network, ITestOutputHelper output)
{
    [NetworkFact]
    public async Task What_came_while_the_product_was_down_is_taken_in_over_all_pages_once_each()
    {
        const int many = 130;
        await network.Proxy.Reset();
        var product = new ConnectedProduct(network);
        await using var _ = product;
        await product.InitializeAsync();
        await product.BeAskedAsync("spørsmål før bruddet");
        await product.Process.KillAsync();

        var posts = new List<string>();
        for (var number = 1; number <= many; number++)
        {
            posts.Add((await product.AskAsync($"under bruddet {number:000}.")).Uri);
        }

        await network.Settle();
        await product.Process.RestartAsync();

        await Eventually.ShouldHoldAsync(
            async () =>
            {
                var rows = await product.Desk.InboxAsync();
                var pages = string.Join('\n', (await network.Proxy.Requests("listNotifications")).TakeLast(20));
                Enumerable.Range(1, many).Where(number => rows.Count(row => row.Contains($"under bruddet {number:000}.")) != 1)
                    .ShouldBeEmpty($"{await product.StateAsync()}\n{pages}");
            },
            120);
        StoredRows.TimesStored(product.Process.Settings, posts).Values.ShouldAllBe(times => times == 1);
        output.WriteLine($"{(await network.Proxy.Requests("listNotifications")).Count(request => request.Path.Contains("cursor="))} pages back");
        (await network.Proxy.Requests("listNotifications")).ShouldContain(request => request.Path.Contains("cursor="));
    }

    [NetworkFact]
    public async Task A_stream_that_stops_is_read_on_at_the_next_host_with_nothing_lost_and_nothing_twice()
    {
        var stranger = await network.CreateAccount(ReferenceNetwork.NewHandle("eva"));
        await using var product = await ProductProcess.StartAsync(ProductSettings.On(network));
        using var desk = await Desk.SetUpAsync(product);
        await desk.SearchForAsync("Om oss", "Nordlysbyen");
        await Eventually.ShouldHoldAsync(async () => (await network.Jetstream(1).State()).Clients.Count.ShouldBe(1));
        var posts = new List<string>();

        await PostAsync("før", 5);
        await Eventually.ShouldHoldAsync(() => StoredRows.TimesStored(product.Settings, posts).Count.ShouldBe(5));
        await PostAsync("rett før", 5);
        await network.Jetstream(1).Stop();
        try
        {
            await PostAsync("mens den er nede", 10);
            await Eventually.ShouldHoldAsync(() => StoredRows.TimesStored(product.Settings, posts).Count.ShouldBe(20), 60);
            (await network.Jetstream(2).State()).Clients.Count.ShouldBe(1);
        }
        finally
        {
            await network.Jetstream(1).Start();
        }

        // The last is unlike the others, which the screen shows as one.
        await PostAsync("etterpå", 4);
        posts.Add((await network.Post(stranger.Handle, "Nordlysbyen har strøm igjen, og alle heisene går.")).Uri);
        await Eventually.ShouldHoldAsync(() => StoredRows.TimesStored(product.Settings, posts).Count.ShouldBe(25));
        StoredRows.TimesStored(product.Settings, posts).Values.ShouldAllBe(times => times == 1);
        StoredRows.Ask(product.Settings, "SELECT count(*) FROM listening_mentions").ShouldBe(["25"]);
        (await desk.OpenAsync("mentions")).Text.ShouldContain("alle heisene går");

        async Task PostAsync(string when, int count)
        {
            for (var number = 1; number <= count; number++)
            {
                posts.Add((await network.Post(stranger.Handle, $"Nordlysbyen {when} {number}")).Uri);
            }
        }
    }
}
