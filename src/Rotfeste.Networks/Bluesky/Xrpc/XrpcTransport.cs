using System.Net.Http.Headers;
using System.Text.Json;
using Rotfeste.Networks.Http;
using Rotfeste.Networks.Json;

namespace Rotfeste.Networks.Bluesky.Xrpc;

/// <summary>Sends one call and turns whatever comes back into an answer.</summary>
internal sealed class XrpcTransport(HttpClient http, Uri server, BlueskyOptions options, TimeProvider clock)
{
    public async Task<Answer<T>> Send<T>(XrpcCall call, Func<JsonElement, T?> read, CancellationToken cancel)
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

    private static bool FailedBeforeSending(HttpRequestException broken) => broken.HttpRequestError
        is HttpRequestError.NameResolutionError
        or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError;

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

    private Answer<T> Judge<T>(XrpcCall call, HttpResponseMessage response, byte[]? body, Func<JsonElement, T?> read)
        where T : class
    {
        var (status, now) = ((int)response.StatusCode, clock.GetUtcNow());
        using var json = Parse(body);
        if (!response.IsSuccessStatusCode)
            return FailureReading.Read(call, response.StatusCode, response.Headers, json?.RootElement ?? default, now);
        if (body is null) return new Failure(FailureKind.TooLarge, status, MayHaveHappened: call.IsWrite);

        // Some successes have no body at all; their readers accept the undefined element.
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
