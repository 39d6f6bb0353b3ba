using System.Net.Http.Headers;
using System.Text.Json;
using Rotfeste.Networks.Http;

namespace Rotfeste.Networks.Bluesky.Xrpc;

/// <summary>From a call to its request, and to what came of it.</summary>
internal sealed class XrpcTransport(HttpClient http, Uri server, BlueskyOptions options, TimeProvider clock)
{
    private readonly JsonExchange _exchange = new(http, options.Timeout, options.LargestAnswer, clock);

    public async Task<Answer<T>> Send<T>(XrpcCall call, Func<JsonElement, T?> read, CancellationToken cancel)
        where T : class
    {
        using var request = Request(call);
        return await _exchange.Send(request, call.IsWrite, refusal => XrpcFailures.Read(call, refusal), read, cancel).ConfigureAwait(false);
    }

    private HttpRequestMessage Request(XrpcCall call)
    {
        var request = new HttpRequestMessage(call.IsWrite ? HttpMethod.Post : HttpMethod.Get, call.Address(server));
        request.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        request.Headers.Accept.Add(new("application/json"));
        if (call.Token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", call.Token);
        if (call.Body is not null)
        {
            request.Content = new ByteArrayContent(call.Body);
            request.Content.Headers.ContentType = new(call.BodyKind);
        }

        return request;
    }
}
