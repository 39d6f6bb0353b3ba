using System.Net;

namespace Rotfeste.Tests.Networks.Faults;

/// <summary>
/// A product whose account is connected through the proxy that can be told to misbehave. The open stream is off: what comes in
/// comes as the account's own notifications.
/// </summary>
public sealed class ConnectedProduct(ReferenceNetwork network) : IAsyncLifetime
{
    private string _appPassword = "rotfeste";
    private ProductProcess? _process;
    private Desk? _desk;

    public TestAccount Account { get; private set; } = null!;

    public TestAccount Stranger { get; private set; } = null!;

    internal ProductProcess Process => _process!;

    internal Desk Desk => _desk!;

    public async ValueTask InitializeAsync()
    {
        if (!ReferenceNetwork.Installed)
        {
            return;
        }

        await network.Proxy.Reset();
        Account = await network.CreateAccount(ReferenceNetwork.NewHandle("fjordvik"), "Fjordvik kommune");
        Stranger = await network.CreateAccount(ReferenceNetwork.NewHandle("ola"), "Ola Nordmann");
        _process = await ProductProcess.StartAsync(ProductSettings.On(network) with
        {
            Streams = [], Patience = TimeSpan.FromSeconds(6), Regret = TimeSpan.FromSeconds(0.3),
        });
        _desk = await Desk.SetUpAsync(_process);
        await _desk.SayYesAsync();
        var password = await network.CreateAppPassword(Account.Handle, _appPassword);
        await Eventually.ShouldHoldAsync(async () =>
            (await _desk.ConnectAsync(network.At.Proxy, Account.Handle, password)).Status.ShouldBe(HttpStatusCode.OK));
    }

    public async ValueTask DisposeAsync()
    {
        _desk?.Dispose();
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }

    /// <summary>As after a quiet night: no faults, and the channel well.</summary>
    internal async Task BeWellAsync()
    {
        await network.Proxy.Reset();
        if (await StateAsync() != "Connected")
        {
            await SignInAgainAsync();
        }
    }

    /// <summary>With an app password that is new each time.</summary>
    internal async Task SignInAgainAsync()
    {
        _appPassword = $"again-{Guid.NewGuid():N}"[..20];
        var password = await network.CreateAppPassword(Account.Handle, _appPassword);
        var page = await Desk.ChannelAsync();
        var seen = await Desk.SendAsync(page, $"{page.Address}/sign-in", ("password", password));
        seen.Status.ShouldBe(HttpStatusCode.OK, seen.Text);
    }

    /// <summary>Takes away the app password that the account is signed in with.</summary>
    internal Task RevokeAsync() => network.RevokeAppPassword(Account.Handle, _appPassword);

    /// <summary>The name of the state whose words stand on the channel's page.</summary>
    internal async Task<string> StateAsync()
    {
        var text = (await Desk.ChannelAsync()).Document.QuerySelector("main .rf-state")?.TextContent.Trim() ?? "";
        string[] names = ["Connected", "SignInAgain", "RefusedByNetwork", "Unreachable", "RateLimited", "Paused"];
        return Array.Find(names, name => Words.Of("Channels/Accounts", $"State.{name}", "Bluesky") == text) ?? text;
    }

    internal Task ShouldBecomeAsync(string state, int seconds = 60) =>
        Eventually.ShouldHoldAsync(async () => (await StateAsync()).ShouldBe(state), seconds);

    /// <summary>A stranger writes to us. Gives the post and its conversation, once it stands in the inbox.</summary>
    internal async Task<(TestPost Post, string Conversation)> BeAskedAsync(string words)
    {
        var post = await AskAsync(words);
        var conversation = "";
        await Eventually.ShouldHoldAsync(async () => conversation = (await Desk.FindConversationAsync(words)).ShouldNotBeNull());
        return (post, conversation);
    }

    internal Task<TestPost> AskAsync(string words) =>
        network.Post(new NewPost(Stranger.Handle, $"@{Account.Handle} {words}") { Mentions = [Account.Handle] });

    internal async Task AnswerAsync(string conversation, string text) =>
        (await Desk.AnswerAsync(await Desk.ConversationAsync(conversation), conversation, text)).Status.ShouldBe(HttpStatusCode.OK);

    /// <summary>Our replies to a post, as the data server holds them.</summary>
    internal async Task<IReadOnlyList<TestRecord>> RepliesAsync(string uri) =>
    [
        .. (await network.Records(Account.Handle)).Where(record =>
            record.Value.TryGetProperty("reply", out var reply) && reply.GetProperty("parent").GetProperty("uri").GetString() == uri),
    ];

    internal Task ShouldSaySentAsync(string conversation, int seconds = 60) => Eventually.ShouldHoldAsync(
        async () =>
        {
            var page = await Desk.ConversationAsync(conversation);
            Product.Desk.SaysSent(page).ShouldBeTrue(page.Text);
        },
        seconds);
}
