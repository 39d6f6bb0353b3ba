namespace Rotfeste.Tests.Networks.Faults;

/// <summary>A connected channel meets the network's faults: the state has a name on the screen, and where it can, it recovers by itself.</summary>
[Collection<ReferenceNetworkCollection>]
public sealed class ChannelFaultTests(ReferenceNetwork network, ConnectedProduct product) : IClassFixture<ConnectedProduct>
{
    private const string Look = "listNotifications";

    [NetworkTheory]
    [InlineData("html")]
    [InlineData("json")]
    [InlineData("500")]
    [InlineData("503")]
    [InlineData("break")]
    [InlineData("slow")]
    public async Task A_server_that_answers_badly_is_unreachable_and_then_well_again_with_nothing_lost(string kind)
    {
        await product.BeWellAsync();
        await network.Proxy.Add(Named(kind) with { Path = Look });
        var words = $"spørsmål under feil {kind}";
        await product.AskAsync(words);
        await product.ShouldBecomeAsync("Unreachable");
        (await product.Desk.FindConversationAsync(words)).ShouldBeNull();

        await network.Proxy.Reset();

        await product.ShouldBecomeAsync("Connected");
        await Eventually.ShouldHoldAsync(async () => (await product.Desk.InboxAsync()).Count(row => row.Contains(words)).ShouldBe(1));
    }

    [NetworkFact]
    public async Task A_server_that_is_down_is_unreachable_and_then_well_again()
    {
        await product.BeWellAsync();
        await network.Proxy.Stop();
        await product.ShouldBecomeAsync("Unreachable");

        await network.Proxy.Start();
        await product.ShouldBecomeAsync("Connected");
    }

    [NetworkFact]
    public async Task A_rate_limit_is_kept_until_the_time_that_the_server_named()
    {
        await product.BeWellAsync();
        var reset = DateTimeOffset.UtcNow.AddSeconds(5);
        await network.Proxy.Add(Fault.TooMany(reset) with { Path = Look, Times = 1 });

        await product.ShouldBecomeAsync("RateLimited");
        await product.ShouldBecomeAsync("Connected");
        var limited = (await network.Proxy.Requests(Look)).SkipWhile(request => request.Status != 429).ToList();
        limited.Count.ShouldBeGreaterThan(1);
        limited[1].At.ShouldBeGreaterThan(DateTimeOffset.FromUnixTimeSeconds(reset.ToUnixTimeSeconds()));
    }

    [NetworkFact]
    public async Task A_rate_limit_without_a_time_has_a_next_try_too()
    {
        await product.BeWellAsync();
        await network.Proxy.Add(Fault.TooMany() with { Path = Look, Times = 1 });

        await product.ShouldBecomeAsync("RateLimited");
        (await product.Desk.ChannelAsync()).Text.ShouldContain(Words.Of("Channels/Accounts", "NextTry"));
    }

    [NetworkFact]
    public async Task An_expired_token_is_renewed_and_nobody_notices()
    {
        await product.BeWellAsync();
        await network.Proxy.Add(Fault.Error(400, "ExpiredToken") with { Path = Look, Times = 1 });

        var (post, conversation) = await product.BeAskedAsync("spørsmål etter utløpt nøkkel");
        await product.AnswerAsync(conversation, "Med ny nøkkel.");
        await product.ShouldSaySentAsync(conversation);

        (await product.StateAsync()).ShouldBe("Connected");
        (await network.Proxy.Requests("refreshSession")).Count(request => request.Status == 200).ShouldBe(1);
        (await product.RepliesAsync(post.Uri)).Count.ShouldBe(1);
    }

    [NetworkFact]
    public async Task A_revoked_app_password_asks_for_a_new_one_and_what_waited_goes_out_after_it()
    {
        await product.BeWellAsync();
        var (post, conversation) = await product.BeAskedAsync("spørsmål før passordet ble trukket tilbake");

        // The token runs out, the server does not renew it, and the password that could help is gone.
        await product.RevokeAsync();
        await network.Proxy.Add(Fault.Error(400, "ExpiredToken") with { Path = Look });
        await product.ShouldBecomeAsync("SignInAgain");
        await product.AnswerAsync(conversation, "Dette venter på ny innlogging.");
        await Eventually.ShouldHoldAsync(async () =>
            (await product.Desk.ConversationAsync(conversation)).Text.ShouldContain(Words.Of("Dialogue/Turns", "Reason.SignInAgain")));
        (await product.RepliesAsync(post.Uri)).ShouldBeEmpty();

        await network.Proxy.Reset();
        await product.SignInAgainAsync();

        await product.ShouldSaySentAsync(conversation);
        await product.ShouldBecomeAsync("Connected");
        (await product.RepliesAsync(post.Uri)).Count.ShouldBe(1);
    }

    private static Fault Named(string kind) => kind switch
    {
        "html" => Fault.Html(),
        "json" => Fault.MalformedJson(),
        "500" => Fault.Error(500, "InternalServerError"),
        "503" => Fault.Html(503),
        "break" => Fault.Break(),
        "slow" => Fault.Delay(9_000),
        _ => throw new ArgumentException($"There is no fault {kind}.", nameof(kind)),
    };
}
