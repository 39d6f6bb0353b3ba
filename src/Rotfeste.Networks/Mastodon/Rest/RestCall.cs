namespace Rotfeste.Networks.Mastodon.Rest;

/// <summary>What a call is for: the same status means different things to a sign-in and to a reading.</summary>
internal enum Purpose
{
    /// <summary>Reads what anybody or the account may see.</summary>
    Read,

    /// <summary>Reads what is the account's own: a refusal speaks of the account.</summary>
    ReadOwn,

    /// <summary>Changes something.</summary>
    Write,

    /// <summary>Registers, or buys a token.</summary>
    SignIn,
}

/// <summary>One call: method, path, questions or body, and the token.</summary>
internal sealed record RestCall(HttpMethod Method, string Path, Purpose Purpose)
{
    public IReadOnlyList<(string Name, string Value)> Query { get; init; } = [];

    /// <summary>Made for each sending.</summary>
    public Func<HttpContent>? Body { get; init; }

    public string? Token { get; init; }

    public string? IdempotencyKey { get; init; }

    public bool IsWrite => Purpose is Purpose.Write or Purpose.SignIn;

    public Uri Address(Uri server)
    {
        var query = string.Join('&', Query.Select(q => $"{q.Name}={Uri.EscapeDataString(q.Value)}"));
        return new(server, $"{Path}{(query.Length > 0 ? "?" : "")}{query}");
    }

    public static HttpContent Form(params (string Name, string Value)[] fields) =>
        new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
}
