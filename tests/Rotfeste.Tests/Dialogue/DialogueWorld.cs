using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Host.Examples;
using Rotfeste.Listening.Contracts;
using Rotfeste.People;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;
using Rotfeste.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Rotfeste.Tests.Dialogue;

/// <summary>An organisation with people who answer, an account, and somebody outside who writes.</summary>
internal sealed class DialogueWorld(TestApp app, PlantedPeople people, ChannelId channel) : IAsyncDisposable
{
    public const string Kari = "kari.lunde@fjordvik.example";
    public const string Jonas = "jonas.eide@fjordvik.example";
    public const string Thea = "thea.nygard@fjordvik.example";
    public const string Hakon = "hakon.vik@fjordvik.example";

    private int posts;

    public TestApp App => app;

    public OrganisationId Organisation => people.Organisation;

    public ChannelId Channel => channel;

    public string Path => $"/{people.Slug}";

    public PersonId Person(string mail) => people.People[mail];

    public static async Task<DialogueWorld> MakeAsync(Provider provider = Provider.Sqlite, TestDatabase? database = null)
    {
        // Time to regret in that no slow machine uses up.
        var app = await TestApp.StartAsync(
            provider, s => s.AddSingleton(new DialogueSettings(Duration.FromMinutes(5))), s => s with { IsExample = true }, database);
        return await PlantAsync(app, Fjordvik.At(SystemClock.Instance.GetCurrentInstant()));
    }

    /// <summary>Another organisation in the same installation.</summary>
    public Task<DialogueWorld> NeighbourAsync() => PlantAsync(app, new ExamplePeople(
        "Storelva kommune", OrganisationKind.Public, "nb", [], [new ExamplePerson("Nora Dal", "Nora", "nora@storelva.example", null, Roles.Owner, true, true)],
        SystemClock.Instance.GetCurrentInstant()));

    public async Task<Visitor> SignInAsync(string mail)
    {
        var visitor = app.NewVisitor();
        var page = await visitor.OpenAsync("/sign-in");
        await visitor.SendAsync(page, "/sign-in/example", ("example", mail));
        return visitor;
    }

    /// <summary>Somebody writes to our account; the post is a reply in a thread where <paramref name="root"/> is given.</summary>
    public async Task<PostId> WriteToUsAsync(
        string text, string author = "ingrid", Instant? at = null, string? root = null, ChannelId? to = null, string? name = null,
        string? parent = null)
    {
        var post = await KeepAsync(text, author, at, root, name, parent: parent);
        await TellAsync(new PostAddressedUs(Organisation, post, to ?? channel, AccountEventKind.Mention, at ?? SystemClock.Instance.GetCurrentInstant()));
        return post;
    }

    public Task<PostId> KeepAsync(string text, string author, Instant? at = null, string? root = null, string? name = null, PostAudience audience = PostAudience.Everyone,
        string? parent = null)
    {
        var uri = $"at://did:plc:{author}/app.bsky.feed.post/3k{Interlocked.Increment(ref posts):00000}";
        var thread = root is null ? null : new PostReference(root, "bafyroot");
        var post = new NetworkPost(
            "bluesky", uri, "bafy" + posts, $"https://bsky.app/profile/{author}/post/{posts}",
            new NetworkAuthor($"did:plc:{author}", $"{author}.example", name ?? author), text, false, ["nb"],
            at ?? SystemClock.Instance.GetCurrentInstant(), thread, parent is null ? thread : new PostReference(parent, "bafyparent"), null, [], [], [], null) { Audience = audience };
        return app.InAsync(Organisation, async services =>
        {
            var ids = await services.GetRequiredService<Posts>().KeepAsync([post], CancellationToken.None);
            await services.GetRequiredService<AppDb>().SaveChangesAsync();
            return ids[0];
        });
    }

    public Task<string> UriOfAsync(PostId post) => app.InAsync(Organisation, async services =>
        (await services.GetRequiredService<Posts>().FindAsync([post], CancellationToken.None))[post].Post.Uri);

    public Task EraseAsync(PostId post) => app.InAsync(Organisation, async services =>
    {
        var posts = services.GetRequiredService<Posts>();
        var uri = (await posts.FindAsync([post], CancellationToken.None))[post].Post.Uri;
        await posts.EraseAsync([uri], CancellationToken.None);
        await services.GetRequiredService<AppDb>().SaveChangesAsync();
    });

    public Task TellAsync<TFact>(TFact fact)
        where TFact : class, IFact => app.InAsync(Organisation, async services =>
        {
            services.GetRequiredService<FactLog>().Tell(fact);
            await services.GetRequiredService<AppDb>().SaveChangesAsync();
        });

    /// <summary>Waits until a handler has taken every fact of a type that was told so far.</summary>
    public async Task TakenAsync<TFact, THandler>()
        where TFact : class, IFact
        where THandler : class, IOn<TFact>
    {
        var type = FactLog.NameOf(typeof(TFact));
        var last = await ReadAsync(db => db.Set<FactRow>().Where(f => f.Type == type).MaxAsync(f => f.Id));
        await Eventually.ShouldHoldAsync(async () => (await ReadAsync(db => db.Set<FactPosition>()
            .Where(p => p.Handler == typeof(THandler).FullName).Select(p => p.LastFact).SingleAsync())).ShouldBeGreaterThanOrEqualTo(last));
    }

    /// <summary>The conversation that a post came to lie in.</summary>
    public async Task<ConversationId> ConversationOfAsync(PostId post)
    {
        ConversationId? found = null;
        await Eventually.ShouldHoldAsync(async () =>
        {
            found = await ReadAsync(db => db.Set<ConversationPost>().Where(p => p.Post == post).Select(p => (ConversationId?)p.Conversation).FirstOrDefaultAsync());
            found.ShouldNotBeNull();
        });
        return found!.Value;
    }

    /// <summary>Somebody writes, and the conversation stands there.</summary>
    public async Task<ConversationId> AskedAsync(string text, string author = "ingrid", Instant? at = null, string? name = null) =>
        await ConversationOfAsync(await WriteToUsAsync(text, author, at, name: name));

    public Task<T> ReadAsync<T>(Func<AppDb, Task<T>> read) =>
        app.InAsync(Organisation, services => read(services.GetRequiredService<AppDb>()));

    public Task<Conversation> ConversationAsync(ConversationId id) =>
        ReadAsync(db => db.Set<Conversation>().Include(c => c.Posts).AsNoTracking().SingleAsync(c => c.Id == id));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task<DialogueWorld> PlantAsync(TestApp app, ExamplePeople example)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var planted = await PeopleRoom.PlantExampleAsync(scope.ServiceProvider, example, CancellationToken.None);
        var account = new SignedInAccount(new Uri("http://127.0.0.1:9"), $"did:plc:{planted.Slug}", $"{planted.Slug}.no", example.Name);
        var id = await app.InAsync(planted.Organisation, async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            if (await db.Set<Channel>().FirstOrDefaultAsync() is { } standing)
                return standing.Id;
            var made = Rotfeste.Channels.Accounts.Channel.Connect(planted.Organisation, account, planted.People.Values.First(), SystemClock.Instance.GetCurrentInstant());
            db.Add(made);
            await db.SaveChangesAsync();
            return made.Id;
        });
        return new DialogueWorld(app, planted, id);
    }
}
