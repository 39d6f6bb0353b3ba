using System.Net.Http.Headers;
using System.Text.Json;
using Rotfeste.Networks.Http;
using Rotfeste.Networks.Json;

namespace Rotfeste.Networks.Mastodon.Rest;

/// <summary>Sends one call and turns whatever comes back into an answer.</summary>
internal sealed class RestTransport(HttpClient http, Uri server, MastodonOptions options, TimeProvider clock)
{
    public async Task<Answer<T>> Send<T>(RestCall call, Func<JsonElement, T?> read, CancellationToken cancel)
        where T : class
    {
        using var limit = new CancellationTokenSource(options.Timeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        try
        {
            using var request = Request(call);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token).ConfigureAwait(false);
            var body = await BoundedBody.Read(response.Content, options.LargestAnswer, both.Token).ConfigureAwait(false);
            return Judge(call, response, body, read);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Failure(FailureKind.TimedOut, MayHaveHappened: call.IsWrite);
        }
        catch (HttpRequestException broken)
        {
            return new Failure(FailureKind.Unreachable, MayHaveHappened: call.IsWrite && !FailedBeforeSending(broken));
        }
        catch (IOException)
        {
            return new Failure(FailureKind.Unreachable, MayHaveHappened: call.IsWrite);
        }
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

    private static bool FailedBeforeSending(HttpRequestException broken) => broken.HttpRequestError
        is HttpRequestError.NameResolutionError
        or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError;

    private Answer<T> Judge<T>(RestCall call, HttpResponseMessage response, byte[]? body, Func<JsonElement, T?> read)
        where T : class
    {
        var (status, now) = ((int)response.StatusCode, clock.GetUtcNow());
        using var json = Parse(body);
        if (!response.IsSuccessStatusCode)
            return RestFailures.Read(call, response.StatusCode, response.Headers, json?.RootElement ?? default, now);
        if (body is null) return new Failure(FailureKind.TooLarge, status, MayHaveHappened: call.IsWrite);
        if (json is null && body.Length > 0) return new Failure(FailureKind.NotJson, status, MayHaveHappened: call.IsWrite);
        return read(json?.RootElement ?? default) is { } value
            ? value
            : new Failure(FailureKind.NotJson, status, MayHaveHappened: call.IsWrite);
    }

    private static JsonDocument? Parse(byte[]? body)
    {
        if (body is not { Length: > 0 }) return null;
        try
        {
            return JsonDocument.Parse(JsonMending.Mend(body), JsonLimits.Reading);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
