namespace Rotfeste.Tests.Networks.Kills;

/// <summary>
/// The process dies as by kill -9 at each named point from the first draft to "sent" stored. Counted is what the network holds, not
/// what our database believes.
/// </summary>
[Collection<ReferenceNetworkCollection>]
public sealed class KilledWhileSending(ReferenceNetwork network, SeededProduct seeded) : IClassFixture<SeededProduct>
{
    private const string Words = "Veien brøytes før klokka sju.";

    [NetworkTheory]
    [InlineData("draft-before-store")]
    [InlineData("draft-stored")]
    [InlineData("answer-before-store")]
    [InlineData("answer-stored")]
    [InlineData("send-ordered")]
    [InlineData("send-claimed")]
    [InlineData("send-before-record")]
    [InlineData("send-record-built")]
    [InlineData("send-record-stored")]
    [InlineData("send-before-request")]
    [InlineData("send-after-request")]
    [InlineData("send-answer-read")]
    [InlineData("send-before-mark")]
    [InlineData("send-marked")]
    [InlineData("send-before-fact")]
    [InlineData("send-told")]
    public async Task An_answer_is_at_the_network_exactly_once_wherever_the_process_dies(string point)
    {
        var question = seeded.NextQuestion();
        await using var product = await seeded.StartCopyAsync(settings => settings with { KillAt = point });
        using var desk = seeded.Return(product);
        var id = (await desk.FindConversationAsync(question.Words)).ShouldNotBeNull();

        await WriteAndSendAsync(desk, id);
        await product.DiedAsync();
        await product.RestartAsync(product.Settings with { KillAt = null });

        await PressAgainWhereNothingWasSentAsync(desk, id);
        await Eventually.ShouldHoldAsync(async () =>
        {
            var page = await desk.ConversationAsync(id);
            Desk.SaysSent(page).ShouldBeTrue(page.Text);
            Desk.DraftOn(page).ShouldBeEmpty();
        });
        var replies = await RepliesAsync(question);
        replies.Count.ShouldBe(1);
        replies[0].ShouldBe($"{Words}\n– Kari");
        (await ConversationsOf(desk, question)).ShouldBe(1);
    }

    // As a person does it: words first, kept as one types; then send. Whoever stands there when the server dies sees an error.
    private static async Task WriteAndSendAsync(Desk desk, string id)
    {
        try
        {
            var page = await desk.ConversationAsync(id);
            await desk.KeepDraftAsync(page, id, Words);
            await desk.AnswerAsync(page, id, Words);
        }
        catch (HttpRequestException)
        {
            // It died under the request.
        }
    }

    // Either the answer was ordered, and goes out by itself; or the words are still where they were written.
    private static async Task PressAgainWhereNothingWasSentAsync(Desk desk, string id)
    {
        var page = await desk.ConversationAsync(id);
        if (page.Document.QuerySelector("article[data-ours]") is not null)
        {
            return;
        }

        if (Desk.DraftOn(page).Length == 0)
        {
            // The draft itself was on its way; the page in the browser still has it and keeps it again.
            await desk.KeepDraftAsync(page, id, Words);
            page = await desk.ConversationAsync(id);
        }

        Desk.DraftOn(page).ShouldBe(Words);
        await desk.AnswerAsync(page, id, Words);
    }

    private static async Task<int> ConversationsOf(Desk desk, Question question) =>
        (await desk.InboxAsync()).Count(row => row.Contains(question.Words, StringComparison.Ordinal));

    private async Task<IReadOnlyList<string>> RepliesAsync(Question question) =>
    [
        .. (await network.Records(seeded.Account.Handle))
            .Where(record => record.Value.TryGetProperty("reply", out var reply) && reply.GetProperty("parent").GetProperty("uri").GetString() == question.Uri)
            .Select(record => record.Value.GetProperty("text").GetString()!),
    ];
}
