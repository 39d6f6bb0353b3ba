using System.Net;

namespace Rotfeste.Tests.Networks.Kills;

/// <summary>The process dies at random, and at each named point, while much comes in. Every mention is stored, and once.</summary>
[Collection<ReferenceNetworkCollection>]
public sealed class KilledDuringIntake(ReferenceNetwork network, ITestOutputHelper output)
{
    [NetworkFact]
    public Task Five_random_kills_in_a_burst_lose_nothing_and_double_nothing() => KillAsync(kills: 5, pause: 60);

    [NetworkFact]
    [Trait("Length", "long")]
    public Task A_hundred_random_kills_lose_nothing_and_double_nothing() => KillAsync(kills: 100, pause: 400);

    [NetworkTheory]
    [InlineData("intake-before-store")]
    [InlineData("intake-after-store")]
    [InlineData("stream-before-batch")]
    [InlineData("stream-batch-stored")]
    public async Task A_kill_at_a_named_point_of_the_intake_loses_nothing_and_doubles_nothing(string point)
    {
        await using var scene = await Scene.SetAsync(network);
        await scene.Product.RestartAsync(scene.Product.Settings with { KillAt = point });
        var posting = scene.PostAsync(12);
        await scene.Product.DiedAsync();
        await posting;
        await scene.Product.RestartAsync(scene.Product.Settings with { KillAt = null });
        await scene.ShouldHoldAllOnceAsync();
    }

    // Something is always coming in while it dies: the last kill comes before the last post.
    private async Task KillAsync(int kills, int pause)
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var scene = await Scene.SetAsync(network);
        using var killed = new CancellationTokenSource();
        var posting = scene.PostUntilAsync(killed.Token, pause);
        for (var kill = 0; kill < kills; kill++)
        {
            await Task.Delay(random.Next(20, 1_500), TestContext.Current.CancellationToken);
            await scene.Product.RestartAsync();
        }

        await killed.CancelAsync();
        await posting;
        await scene.ShouldHoldAllOnceAsync();
    }

    /// <summary>An organisation with an account and a search, and a stranger whose every post both names us and hits the search.</summary>
    private sealed class Scene(ReferenceNetwork network, ProductProcess product, Desk desk, TestAccount us, TestAccount stranger) : IAsyncDisposable
    {
        private readonly List<string> _posts = [];

        public ProductProcess Product => product;

        public static async Task<Scene> SetAsync(ReferenceNetwork network)
        {
            var us = await network.CreateAccount(ReferenceNetwork.NewHandle("fjordvik"), "Fjordvik kommune");
            var stranger = await network.CreateAccount(ReferenceNetwork.NewHandle("ola"), "Ola Nordmann");
            var product = await ProductProcess.StartAsync(ProductSettings.On(network));
            var desk = await Desk.SetUpAsync(product);
            var password = await network.CreateAppPassword(us.Handle, "rotfeste");
            (await desk.ConnectAsync(network.At.Pds, us.Handle, password)).Status.ShouldBe(HttpStatusCode.OK);
            await desk.SearchForAsync("Om oss", "sørlandsbåten");
            return new Scene(network, product, desk, us, stranger);
        }

        public async Task PostAsync(int count)
        {
            for (var number = 1; number <= count; number++)
            {
                await PostOneAsync(number, pause: 60);
            }
        }

        public async Task PostUntilAsync(CancellationToken ended, int pause)
        {
            for (var number = 1; !ended.IsCancellationRequested; number++)
            {
                await PostOneAsync(number, pause);
            }
        }

        private async Task PostOneAsync(int number, int pause)
        {
            var post = new NewPost(stranger.Handle, $"@{us.Handle} når går sørlandsbåten {number:0000}?") { Mentions = [us.Handle] };
            _posts.Add((await network.Post(post)).Uri);
            await Task.Delay(pause, TestContext.Current.CancellationToken);
        }

        /// <summary>Counted in the store, by post; and on the pages, where each is one conversation.</summary>
        public async Task ShouldHoldAllOnceAsync()
        {
            await Eventually.ShouldHoldAsync(() => StoredRows.TimesStored(product.Settings, _posts).Count.ShouldBe(_posts.Count), 60);
            await Eventually.ShouldHoldAsync(async () => (await desk.InboxAsync()).Count.ShouldBe(_posts.Count), 60);
            StoredRows.TimesStored(product.Settings, _posts).Values.ShouldAllBe(times => times == 1);
            await Eventually.ShouldHoldAsync(() => StoredRows.Ask(product.Settings, "SELECT count(*) FROM listening_mentions").ShouldBe([$"{_posts.Count}"]));
            StoredRows.Ask(product.Settings, "SELECT count(*) FROM channels_events").ShouldBe([$"{_posts.Count}"]);
        }

        public async ValueTask DisposeAsync()
        {
            desk.Dispose();
            await product.DisposeAsync();
        }
    }
}
