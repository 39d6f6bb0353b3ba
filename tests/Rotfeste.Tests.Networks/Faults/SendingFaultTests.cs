namespace Rotfeste.Tests.Networks.Faults;

/// <summary>An answer meets the network's faults on its way out: it gets there once, and the screen never says more than is known.</summary>
[Collection<ReferenceNetworkCollection>]
public sealed class SendingFaultTests(ReferenceNetwork network, ConnectedProduct product) : IClassFixture<ConnectedProduct>
{
    private const string Put = "putRecord";

    [NetworkFact]
    public async Task A_lost_answer_is_an_unknown_outcome_and_then_exactly_one_record()
    {
        await product.BeWellAsync();
        var (post, conversation) = await product.BeAskedAsync("spørsmål hvis svar blir borte");
        await network.Proxy.Add(Fault.Swallow() with { Path = Put, Times = 1 });
        await network.Proxy.Add(Fault.Break() with { Path = "getRecord" });

        await product.AnswerAsync(conversation, "Kom dette fram?");
        await ShouldSayAsync(conversation, "Answer.Unknown");
        await network.Proxy.Reset();

        await product.ShouldSaySentAsync(conversation);
        (await product.RepliesAsync(post.Uri)).Count.ShouldBe(1);
    }

    [NetworkTheory]
    [InlineData("html")]
    [InlineData("json")]
    [InlineData("500")]
    [InlineData("break")]
    [InlineData("slow")]
    public async Task A_bad_answer_to_a_send_leads_to_one_record_whatever_the_server_had_done(string kind)
    {
        await product.BeWellAsync();
        var (post, conversation) = await product.BeAskedAsync($"spørsmål med dårlig svar {kind}");
        await network.Proxy.Add(Named(kind) with { Path = Put, Times = 1 });

        await product.AnswerAsync(conversation, $"Svaret etter {kind}.");

        await product.ShouldSaySentAsync(conversation, 60);
        (await product.RepliesAsync(post.Uri)).Count.ShouldBe(1);
        (await network.Proxy.Requests(Put)).Select(request => request.BodyHash).Distinct().Count().ShouldBe(1);
    }

    [NetworkFact]
    public async Task An_answer_that_meets_a_server_that_is_down_waits_and_goes_out_once()
    {
        await product.BeWellAsync();
        var (post, conversation) = await product.BeAskedAsync("spørsmål mens tjeneren er nede");
        await network.StopDataServer();
        await network.Proxy.Stop();

        await product.AnswerAsync(conversation, "Skrevet mens tjeneren var nede.");
        await ShouldSayAsync(conversation, "Reason.Unreachable");
        await network.StartDataServer();
        await network.Proxy.Start();

        await product.ShouldSaySentAsync(conversation, 90);
        (await product.RepliesAsync(post.Uri)).Count.ShouldBe(1);
    }

    [NetworkFact]
    public async Task A_rate_limit_on_a_send_is_said_with_its_reason_and_waited_for()
    {
        await product.BeWellAsync();
        var (post, conversation) = await product.BeAskedAsync("spørsmål når vi har sendt for mye");
        await network.Proxy.Add(Fault.TooMany(DateTimeOffset.UtcNow.AddSeconds(5)) with { Path = Put, Times = 1 });

        await product.AnswerAsync(conversation, "Litt senere.");

        await product.ShouldSaySentAsync(conversation);
        (await product.RepliesAsync(post.Uri)).Count.ShouldBe(1);
    }

    [NetworkFact]
    public async Task A_record_that_the_network_refuses_is_said_so_and_its_words_are_kept()
    {
        await product.BeWellAsync();
        var (post, conversation) = await product.BeAskedAsync("spørsmål hvis svar blir avvist");
        await network.Proxy.Add(Fault.Error(400, "InvalidRequest") with { Path = Put, Times = 1 });

        await product.AnswerAsync(conversation, "Dette vil de ikke ha.");

        await ShouldSayAsync(conversation, "Reason.RecordRefused");
        (await product.Desk.ConversationAsync(conversation)).Text.ShouldContain("Dette vil de ikke ha.");
        (await product.RepliesAsync(post.Uri)).ShouldBeEmpty();
    }

    private Task ShouldSayAsync(string conversation, string key) => Eventually.ShouldHoldAsync(
        async () => (await product.Desk.ConversationAsync(conversation)).Text.ShouldContain(Words.Of("Dialogue/Turns", key)));

    private static Fault Named(string kind) => kind switch
    {
        "html" => Fault.Html(),
        "json" => Fault.MalformedJson(),
        "500" => Fault.Error(500, "InternalServerError"),
        "break" => Fault.Break(),
        "slow" => Fault.Delay(9_000),
        _ => throw new ArgumentException($"There is no fault {kind}.", nameof(kind)),
    };
}
