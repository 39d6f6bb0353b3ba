namespace Rotfeste.Networks.Bluesky.Xrpc;

/// <summary>What a call is for: the same error name means different things to a sign-in and to a reading.</summary>
internal enum Purpose
{
    Read,
    Write,
    SignIn,
    Refresh,
}

/// <summary>One call: method name, questions or JSON body, and the token.</summary>
internal sealed record XrpcCall(string Method, Purpose Purpose)
{
    public IReadOnlyList<(string Name, string Value)> Query { get; init; } = [];

    public byte[]? Body { get; init; }

    public string BodyKind { get; init; } = "application/json";

    public string? Token { get; init; }

    /// <summary>Error names that, for this call, mean that the thing asked for is not there.</summary>
    public IReadOnlyList<string> Absent { get; init; } = [];

    public bool IsWrite => Purpose != Purpose.Read;

    public Uri Address(Uri server)
    {
        var query = string.Join('&', Query.Select(q => $"{q.Name}={Uri.EscapeDataString(q.Value)}"));
        return new(server, $"/xrpc/{Method}{(query.Length > 0 ? "?" : "")}{query}");
    }
}
