using System.Text.Json;

namespace Rotfeste.Tests.Networks.Reference;

public sealed partial class ReferenceNetwork
{
    private const string Posts = "app.bsky.feed.post";

    public Task<TestAccount> CreateAccount(string handle, string? displayName = null, string? password = null) =>
        Ask<TestAccount>(HttpMethod.Post, "accounts", new { handle, displayName, password });

    public async Task<string> CreateAppPassword(string who, string name) =>
        (await Ask(HttpMethod.Post, $"accounts/{Part(who)}/app-passwords", new { name })).GetProperty("password").GetString()!;

    /// <summary>Sessions opened with the app password live until their access token ends, but cannot be refreshed.</summary>
    public Task RevokeAppPassword(string who, string name) =>
        Ask(HttpMethod.Delete, $"accounts/{Part(who)}/app-passwords/{Part(name)}");

    public Task SetStatus(string who, AccountStatus status) =>
        Ask(HttpMethod.Put, $"accounts/{Part(who)}/status", new { status = status.ToString().ToLowerInvariant() });

    public Task Rename(string who, string handle) => Ask(HttpMethod.Put, $"accounts/{Part(who)}/handle", new { handle });

    public Task<TestPost> Post(NewPost post) => Ask<TestPost>(HttpMethod.Post, "posts", post);

    public Task<TestPost> Post(string by, string text) => Post(new NewPost(by, text));

    public Task<TestPost> Edit(string uri, string text) => Ask<TestPost>(HttpMethod.Put, "posts", new { uri, text });

    public Task Delete(string uri) => Ask(HttpMethod.Delete, $"posts?uri={Part(uri)}");

    /// <summary>A record of any kind: a like, a repost, a follow. With a key it replaces what stands there.</summary>
    public Task<TestPost> Write(string by, string collection, object record, string? rkey = null) =>
        Ask<TestPost>(HttpMethod.Post, "records", new { by, collection, record, rkey });

    /// <summary>What the data server holds, oldest first.</summary>
    public Task<IReadOnlyList<TestRecord>> Records(string who, string collection = Posts) =>
        Ask<IReadOnlyList<TestRecord>>(HttpMethod.Get, $"accounts/{Part(who)}/records?collection={collection}");

    /// <summary>Answers straight to the post, in all repositories, as the data server holds them.</summary>
    public Task<IReadOnlyList<TestRecord>> Replies(string uri) =>
        Ask<IReadOnlyList<TestRecord>>(HttpMethod.Get, $"replies?to={Part(uri)}");

    /// <summary>The latest hundred, newest first, as the account itself would be told.</summary>
    public async Task<IReadOnlyList<TestNotification>> Notifications(string who) =>
        (await Ask(HttpMethod.Get, $"accounts/{Part(who)}/notifications"))
        .GetProperty("notifications").Deserialize<IReadOnlyList<TestNotification>>(Json)!;

    public Task<IReadOnlyList<TestMail>> Mails(string? to = null) =>
        Ask<IReadOnlyList<TestMail>>(HttpMethod.Get, to is null ? "mails" : $"mails?to={Part(to)}");

    public Task ClearMails() => Ask(HttpMethod.Delete, "mails");

    private static string Part(string text) => Uri.EscapeDataString(text);
}

/// <summary>As the network tells it of an account.</summary>
public enum AccountStatus
{
    Active,
    Deactivated,
    TakenDown,
    Deleted,
}

public sealed record TestAccount(string Did, string Handle, string Password);

/// <summary>Mentions are handles that stand in the text with an @, links and tags stand there as they are (tags with a #).</summary>
public sealed record NewPost(string By, string Text)
{
    public string? ReplyTo { get; init; }
    public string? Quote { get; init; }
    public IReadOnlyList<string> Mentions { get; init; } = [];
    public IReadOnlyList<string> Links { get; init; } = [];
    public IReadOnlyList<string> Tags { get; init; } = [];
    public IReadOnlyList<NewImage> Images { get; init; } = [];
    public IReadOnlyList<string>? Langs { get; init; }
    public DateTimeOffset? CreatedAt { get; init; }
    public string? Rkey { get; init; }
}

/// <summary>Without data (base64) a PNG is drawn in the size given, in pixels.</summary>
public sealed record NewImage(string Alt, int Width = 320, int Height = 200, string? Data = null, string MimeType = "image/png");

public sealed record TestPost(string Uri, string Cid, string Rkey, JsonElement Record);

public sealed record TestRecord(string Uri, string Cid, JsonElement Value, string? By = null);

public sealed record TestNotification(string Uri, string Reason, JsonElement Author, JsonElement Record);

public sealed record TestMail(string From, IReadOnlyList<string> To, string? Subject, string? Text, string? Html, string Raw);
