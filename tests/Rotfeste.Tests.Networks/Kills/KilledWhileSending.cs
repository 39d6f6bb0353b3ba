namespace Rotfeste.Tests.Networks.Kills;

/// <summary>
/// The process dies as by kill -9 at each named point from the first draft to "sent" stored. Counted is what the network holds, not
/// what our database believes.
/// </summary>
[Collection<ReferenceNetworkCollection>]
public sealed class KilledWhileSending(ReferenceNetwork network, SeededProduct seeded) : IClassFixture<SeededProduct>
{
    private const string Words = "Veien brøytes før klokka sju.";

    public static TheoryData<string> Points { get; } =
    [
        "draft-before-store",
        "draft-stored",
        "answer-before-store",
        "answer-stored",
        "send-ordered",
        "send-claimed",
        "send-before-record",
        "send-record-built",
        "send-record-stored",
        "send-before-request",
        "send-after-request",
        "send-answer-read",
        "send-before-mark",
        "send-marked",
        "send-before-fact",
        "send-told",
    ];

    [NetworkTheory]
    [MemberData(nameof(Points))]
    public Task An_answer_is_at_the_network_exactly_once_wherever_the_process_dies(string point) => KillAsync(point);

    [NetworkFact]
    [Trait("Length", "long")]
    public async Task A_hundred_kills_leave_each_answer_at_the_network_exactly_once()
    {
        var points = Points.Select(row => row.Data).ToList();
        for (var kill = 0; kill < 100; kill++)
        {
            await KillAsync(points[kill % points.Count]);
        }
    }

    private async Task KillAsync(string point)
    {
        var question = await seeded.NextQuestionAsync();
        await using var product = await seeded.StartCopyAsync(settings => settings with { KillAt = point });
        using var desk = seeded.Return(product);
        string? found = null;
        await Eventually.ShouldHoldAsync(async () => (found = await desk.FindConversationAsync(question.Words)).ShouldNotBeNull(), 60);
        var id = found!;

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
