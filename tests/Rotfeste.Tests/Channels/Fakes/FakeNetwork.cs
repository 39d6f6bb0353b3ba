using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Rotfeste.Tests.Channels.Fakes;

/// <summary>An account of the fake network.</summary>
internal sealed record FakeAccount(string Did, string Handle, string Name)
{
    public string Password { get; set; } = "abcd-efgh-ijkl-mnop";

    public string? Closed { get; set; }
}

/// <summary>What lies in the fake network: accounts, tokens, records and what accounts were told.</summary>
internal sealed class FakeNetwork
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, (string Did, bool IsRefresh)> tokens = [];
    private readonly HashSet<string> spent = [];
    private readonly Dictionary<string, JsonObject> records = [];
    private readonly Dictionary<string, List<JsonObject>> told = [];
    private int counter;

    public int MostPerPage { get; set; } = 100;

    public List<FakeAccount> Accounts { get; } = [];

    public FakeAccount Add(string handle, string name)
    {
        var account = new FakeAccount($"did:plc:{Number():D24}".Replace('0', 'a').Replace('1', 'b').Replace('8', 'c').Replace('9', 'd'), handle, name);
        lock (gate)
            Accounts.Add(account);
        return account;
    }

    public FakeAccount? Find(string? handleOrDid) => Accounts.Find(a => a.Handle == handleOrDid || a.Did == handleOrDid);

    public (string Access, string Refresh) NewTokens(string did)
    {
        lock (gate)
        {
            var (access, refresh) = ($"access-{Number()}", $"refresh-{Number()}");
            tokens[access] = (did, false);
            tokens[refresh] = (did, true);
            return (access, refresh);
        }
    }

    /// <summary>The account behind a token; "spent" and "expired" are told apart by the caller.</summary>
    public string? DidOf(string? token, bool refresh)
    {
        lock (gate)
            return token is not null && tokens.TryGetValue(token, out var held) && held.IsRefresh == refresh && !spent.Contains(token) ? held.Did : null;
    }

    public void Spend(string token)
    {
        lock (gate)
            spent.Add(token);
    }

    public void Expire(bool refreshToo)
    {
        lock (gate)
            spent.UnionWith(tokens.Where(t => refreshToo || !t.Value.IsRefresh).Select(t => t.Key));
    }

    /// <summary>Null when the key holds other content.</summary>
    public string? Put(string uri, JsonObject record)
    {
        lock (gate)
        {
            if (records.TryGetValue(uri, out var there))
                return JsonNode.DeepEquals(there, record) ? CidOf(there) : null;
            records[uri] = record;
            return CidOf(record);
        }
    }

    public JsonObject? Get(string uri)
    {
        lock (gate)
            return records.GetValueOrDefault(uri);
    }

    public void Delete(string uri)
    {
        lock (gate)
            records.Remove(uri);
    }

    public IReadOnlyList<JsonObject> PostsOf(FakeAccount account)
    {
        lock (gate)
            return [.. records.Where(r => r.Key.StartsWith($"at://{account.Did}/", StringComparison.Ordinal)).Select(r => r.Value)];
    }

    /// <summary>Somebody writes, and an account is told of it.</summary>
    public string Tell(FakeAccount to, FakeAccount from, string reason, string text, DateTimeOffset at, JsonObject? notification = null)
    {
        var uri = $"at://{from.Did}/app.bsky.feed.post/key{Number()}";
        var record = new JsonObject { ["$type"] = "app.bsky.feed.post", ["text"] = text, ["createdAt"] = at.ToString("O") };
        lock (gate)
        {
            records[uri] = record;
            if (!told.TryGetValue(to.Did, out var list))
                told[to.Did] = list = [];
            list.Add(notification ?? new JsonObject
            {
                ["uri"] = uri,
                ["cid"] = CidOf(record),
                ["author"] = new JsonObject { ["did"] = from.Did, ["handle"] = from.Handle, ["displayName"] = from.Name },
                ["reason"] = reason,
                ["record"] = record.DeepClone(),
                ["isRead"] = false,
                ["indexedAt"] = at.ToString("O"),
            });
        }

        return uri;
    }

    /// <summary>Newest first, as the network gives them.</summary>
    public IReadOnlyList<JsonObject> ToldTo(string did)
    {
        lock (gate)
            return [.. told.GetValueOrDefault(did, []).OrderByDescending(n => (string?)n["indexedAt"], StringComparer.Ordinal).Select(n => (JsonObject)n.DeepClone())];
    }

    public static string CidOf(JsonObject record) =>
        "bafyrei" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(record.ToJsonString())))[..40];

    private int Number() => Interlocked.Increment(ref counter);
}
