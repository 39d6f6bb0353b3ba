using System.Net.Http.Headers;
using System.Text.Json;
using Rotfeste.Networks.Http;

namespace Rotfeste.Networks.Mastodon.Rest;

/// <summary>From a call to its request, and to what came of it.</summary>
internal sealed class RestTransport(HttpClient http, Uri server, MastodonOptions options, TimeProvider clock)
{
    private readonly JsonExchange _exchange = new(http, options.Timeout, options.LargestAnswer, clock);

    public async Task<Answer<T>> Send<T>(RestCall call, Func<JsonElement, T?> read, CancellationToken cancel)
        where T : class
    {
        using var request = Request(call);
        return await _exchange.Send(request, call.IsWrite, refusal => RestFailures.Read(call, refusal), read, cancel).ConfigureAwait(false);
    }

    /// <summary>The request with everything that every call carries.</summary>
    public HttpRequestMessage Request(RestCall call)
    {
        var request = new HttpRequestMessage(call.Method, call.Address(server));
        request.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        request.Headers.Accept.Add(new("application/json"));
        if (call.Token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", call.Token);
        if (call.IdempotencyKey is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", call.IdempotencyKey);
        request.Content = call.Body?.Invoke();
        return request;
    }
}
