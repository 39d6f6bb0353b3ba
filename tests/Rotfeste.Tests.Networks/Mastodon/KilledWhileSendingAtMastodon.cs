using System.Net;

namespace Rotfeste.Tests.Networks.Mastodon;

/// <summary>
/// The process dies as by kill -9 at each named point of sending. The server knows no Idempotency-Key, so only looking before sending again
/// keeps an answer from being there twice. Counted is what the server holds.
/// </summary>
[Collection<MastodonCollection>]
public sealed class KilledWhileSendingAtMastodon(MastodonServer server, SeededAtMastodon seeded) : IClassFixture<SeededAtMastodon>
{
    private const string Words = "Veien brøytes før klokka sju.";

    [MastodonTheory]
    [InlineData("answer-stored")]
    [InlineData("send-claimed")]
    [InlineData("send-record-built")]
    [InlineData("send-record-stored")]
    [InlineData("send-before-request")]
    [InlineData("send-after-request")]
    [InlineData("send-answer-read")]
    [InlineData("send-before-mark")]
    [InlineData("send-marked")]
    public Task An_answer_is_at_the_server_exactly_once_wherever_the_process_dies(string point) => KillAsync(point);

    [MastodonFact]
    [Trait("Length", "long")]
    public async Task A_hundred_kills_between_request_and_mark_leave_each_answer_once()
    {
        string[] points = ["send-record-stored", "send-before-request", "send-after-request", "send-answer-read", "send-before-mark"];
        for (var kill = 0; kill < 100; kill++)
        {
            await KillAsync(points[kill % points.Length]);
        }
    }

    [MastodonTheory]
    [InlineData("intake-before-store")]
    [InlineData("intake-after-store")]
    public async Task A_question_is_taken_in_exactly_once_wherever_the_process_dies(string point)
    {
        await server.Proxy.Reset();
        await using var product = await seeded.StartCopyAsync(settings => settings with { KillAt = point });
        using var desk = seeded.Return(product);
        var question = await seeded.NextQuestionAsync();
        await product.DiedAsync();
        await product.RestartAsync(product.Settings with { KillAt = null });
        await IdOfAsync(desk, question);
        (await desk.InboxAsync()).Count(row => row.Contains(question.Words, StringComparison.Ordinal)).ShouldBe(1);
        StoredRows.Ask(product.Settings, "SELECT count(*) FROM channels_events GROUP BY PostUri HAVING count(*) > 1").ShouldBeEmpty();
    }

    [MastodonFact]
    public async Task An_answer_whose_outcome_was_lost_on_the_way_is_found_and_not_sent_again()
    {
        await server.Proxy.Reset();
        var question = await seeded.NextQuestionAsync();
        await using var product = await seeded.StartCopyAsync();
        using var desk = seeded.Return(product);
        var id = await IdOfAsync(desk, question);
        await server.Proxy.Add(Reference.Fault.Swallow() with { Method = "POST", Path = "/api/v1/statuses", Times = 1 });

        await desk.AnswerAsync(await desk.ConversationAsync(id), id, Words);

        await ShouldBeThereOnceAsync(desk, id, question);
        (await server.Proxy.Requests("/api/v1/statuses")).Count(r => r.Method == "POST").ShouldBe(1);
    }

    private async Task KillAsync(string point)
    {
        await server.Proxy.Reset();
        var question = await seeded.NextQuestionAsync();
        await using var product = await seeded.StartCopyAsync(settings => settings with { KillAt = point });
        using var desk = seeded.Return(product);
        var id = await IdOfAsync(desk, question);
        try
        {
            await desk.AnswerAsync(await desk.ConversationAsync(id), id, Words);
        }
        catch (HttpRequestException)
        {
            // It died under the request.
        }

        await product.DiedAsync();
        await product.RestartAsync(product.Settings with { KillAt = null });
        await ShouldBeThereOnceAsync(desk, id, question);
    }

    private static async Task<string> IdOfAsync(Desk desk, MastodonQuestion question)
    {
        string? id = null;
        await Eventually.ShouldHoldAsync(async () => (id = await desk.FindConversationAsync(question.Words)).ShouldNotBeNull(), 60);
        return id!;
    }

    private async Task ShouldBeThereOnceAsync(Desk desk, string id, MastodonQuestion question)
    {
        await Eventually.ShouldHoldAsync(
            async () =>
            {
                var page = await desk.ConversationAsync(id);
                Desk.SaysSent(page).ShouldBeTrue(page.Text);
            },
            60);
        var sent = (await server.Proxy.Requests("/api/v1/statuses")).Where(r => r.Method == "POST").Select(r => $"{r.Status} {r.Fault} {r.Body}");
        var replies = await server.RepliesAsync(question.Status.Id, seeded.Account.Name);
        replies.Count.ShouldBe(1, $"{question.Status.Id}: {string.Join('\n', sent)}");
        replies[0].Content.ShouldContain(Words);
    }
}

/// <summary>A product with an organisation and an account, made once and kept as a folder: each test starts on a copy, signed in as before.</summary>
public sealed class SeededAtMastodon(MastodonServer server) : IAsyncLifetime
{
    private ProductProcess? _made;
    private CookieCollection _cookies = [];
    private string _organisation = "";
    private int _questions;

    public MastodonAccount Account { get; private set; } = null!;

    public MastodonAccount Stranger { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (!MastodonServer.Installed)
        {
            return;
        }

        Account = await server.CreateAccountAsync(MastodonServer.NewName("fjordvik"), "Fjordvik kommune");
        Stranger = await server.CreateAccountAsync(MastodonServer.NewName("ola"), "Ola Nordmann");
        _made = await ProductProcess.StartAsync(ProductSettings.Alone());
        using var desk = await Desk.SetUpAsync(_made);
        _organisation = desk.Organisation;
        await desk.SayYesAsync();
        (await desk.ConnectMastodonAsync(server.At.Server, Account.Name, Account.Password)).Status.ShouldBe(HttpStatusCode.OK);
        (await desk.ChannelAsync()).Text.ShouldContain(Account.Name);
        await _made.KillAsync();
        _cookies = desk.Cookies;
    }

    public async ValueTask DisposeAsync()
    {
        if (_made is not null)
        {
            await _made.DisposeAsync();
        }
    }

    /// <summary>A question that no other test has answered.</summary>
    internal async Task<MastodonQuestion> NextQuestionAsync()
    {
        var words = $"spørsmål {Interlocked.Increment(ref _questions):000}";
        return new MastodonQuestion(await server.SayAsync(Stranger.Name, $"@{Account.Name} {words}: når brøytes veien?"), words);
    }

    internal async Task<ProductProcess> StartCopyAsync(Func<ProductSettings, ProductSettings>? adjust = null)
    {
        var folder = Directory.CreateTempSubdirectory("rotfeste-copy-").FullName;
        foreach (var file in Directory.EnumerateFiles(_made!.Settings.DataFolder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(_made.Settings.DataFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var settings = ProductSettings.Alone(folder) with { Regret = TimeSpan.FromSeconds(0.3) };
        return await ProductProcess.StartAsync(adjust?.Invoke(settings) ?? settings);
    }

    internal Desk Return(ProductProcess product) => Desk.Return(product, _organisation, _cookies);
}

/// <summary>A status that waits for an answer, and the words that only it has.</summary>
internal sealed record MastodonQuestion(MastodonStatus Status, string Words);
