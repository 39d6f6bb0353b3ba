using System.Net;

namespace Rotfeste.Tests.Networks.Kills;

/// <summary>
/// A product with an organisation, an account and questions that wait, made once and kept as a folder: each test starts on a copy,
/// signed in as before.
/// </summary>
public sealed class SeededProduct(ReferenceNetwork network) : IAsyncLifetime
{
    private const int Questions = 40;

    private readonly Queue<Question> _questions = new();
    private int _asked = Questions;
    private ProductProcess? _made;
    private CookieCollection _cookies = [];

    public TestAccount Account { get; private set; } = null!;

    public TestAccount Stranger { get; private set; } = null!;

    internal string Organisation { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (!ReferenceNetwork.Installed)
        {
            return;
        }

        Account = await network.CreateAccount(ReferenceNetwork.NewHandle("fjordvik"), "Fjordvik kommune");
        Stranger = await network.CreateAccount(ReferenceNetwork.NewHandle("ola"), "Ola Nordmann");
        var password = await network.CreateAppPassword(Account.Handle, "rotfeste");
        _made = await ProductProcess.StartAsync(ProductSettings.On(network));
        using var desk = await Desk.SetUpAsync(_made);
        Organisation = desk.Organisation;
        await desk.SayYesAsync();
        (await desk.ConnectAsync(network.At.Pds, Account.Handle, password)).Status.ShouldBe(HttpStatusCode.OK);
        await desk.SearchForAsync("Om oss", "Fjordvik");
        for (var number = 1; number <= Questions; number++)
        {
            _questions.Enqueue(await AskAsync(number));
        }

        await Eventually.ShouldHoldAsync(async () => (await desk.InboxAsync()).Count.ShouldBe(Questions), 60);
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

    /// <summary>A question that no other test has answered; asked now, once those that stood in the inbox are used up.</summary>
    internal async Task<Question> NextQuestionAsync() => _questions.TryDequeue(out var waiting) ? waiting : await AskAsync(++_asked);

    internal async Task<ProductProcess> StartCopyAsync(Func<ProductSettings, ProductSettings>? adjust = null)
    {
        var folder = Directory.CreateTempSubdirectory("rotfeste-copy-").FullName;
        foreach (var file in Directory.EnumerateFiles(_made!.Settings.DataFolder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(_made.Settings.DataFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var settings = ProductSettings.On(network, folder) with { Regret = TimeSpan.FromSeconds(0.3), Streams = [] };
        return await ProductProcess.StartAsync(adjust?.Invoke(settings) ?? settings);
    }

    private async Task<Question> AskAsync(int number)
    {
        var words = $"spørsmål {number:000}";
        var post = await network.Post(new NewPost(Stranger.Handle, $"@{Account.Handle} {words}: når brøytes veien?") { Mentions = [Account.Handle] });
        return new Question(post.Uri, words);
    }

    internal Desk Return(ProductProcess product) => Desk.Return(product, Organisation, _cookies);
}

/// <summary>A post that waits for an answer, and the words that only it has.</summary>
internal sealed record Question(string Uri, string Words);
