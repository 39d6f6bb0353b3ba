using System.Net.Http.Headers;
using System.Text.Json;
using Rotfeste.Networks.Json;

namespace Rotfeste.Networks.Http;

/// <summary>Sends one request, within a time and up to a size, and turns whatever comes back into an answer. What a refusal means, each protocol says.</summary>
internal sealed class JsonExchange(HttpClient http, TimeSpan timeout, int largestAnswer, TimeProvider clock)
{
    public async Task<Answer<T>> Send<T>(
        HttpRequestMessage request, bool isWrite, Func<Refusal, Failure> refused, Func<JsonElement, T?> read, CancellationToken cancel)
        where T : class
    {
        using var limit = new CancellationTokenSource(timeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token).ConfigureAwait(false);
            var body = await BoundedBody.Read(response.Content, largestAnswer, both.Token).ConfigureAwait(false);
            using var json = Parse(body);
            return response.IsSuccessStatusCode
                ? Judge((int)response.StatusCode, body, json, isWrite, read)
                : refused(new Refusal((int)response.StatusCode, response.Headers, json?.RootElement ?? default, clock.GetUtcNow()));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Failure(FailureKind.TimedOut, MayHaveHappened: isWrite);
        }
        catch (HttpRequestException broken)
        {
            return new Failure(FailureKind.Unreachable, MayHaveHappened: isWrite && !FailedBeforeSending(broken));
        }
        catch (IOException)
        {
            return new Failure(FailureKind.Unreachable, MayHaveHappened: isWrite);
        }
    }

    private static bool FailedBeforeSending(HttpRequestException broken) => broken.HttpRequestError
        is HttpRequestError.NameResolutionError
        or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError;

    private static Answer<T> Judge<T>(int status, byte[]? body, JsonDocument? json, bool isWrite, Func<JsonElement, T?> read)
        where T : class
    {
        if (body is null) return new Failure(FailureKind.TooLarge, status, MayHaveHappened: isWrite);

        // Some successes have no body at all; their readers accept the undefined element.
        if (json is null && body.Length > 0) return new Failure(FailureKind.NotJson, status, MayHaveHappened: isWrite);
        return read(json?.RootElement ?? default) is { } value
            ? value
            : new Failure(FailureKind.NotJson, status, MayHaveHappened: isWrite);
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

/// <param name="Body">Undefined where the server sent no JSON.</param>
/// <param name="Now">When it came.</param>
internal readonly record struct Refusal(int Status, HttpResponseHeaders Headers, JsonElement Body, DateTimeOffset Now);
