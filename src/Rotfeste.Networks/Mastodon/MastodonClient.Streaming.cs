using System.Net;
using Rotfeste.Networks.Mastodon.Rest;
using Rotfeste.Networks.Mastodon.Streams;

namespace Rotfeste.Networks.Mastodon;

public sealed partial class MastodonClient
{
    /// <summary>Servers send a sign of life every 15 s.</summary>
    private static readonly TimeSpan StreamPatience = TimeSpan.FromSeconds(90);

    /// <summary>
    /// Listens to the account's own stream (server-sent events) until it breaks. Nothing is told of what happened before or between two
    /// calls: fetch that. NotFound or Refused when the server has no stream.
    /// </summary>
    /// <param name="streaming">Where the server says that its stream is; null for the server itself.</param>
    /// <param name="accessToken">The account's.</param>
    /// <param name="opened">Called once, when the stream is open.</param>
    /// <param name="heard">Called for each event, one after the other.</param>
    /// <param name="cancel">Ends the listening.</param>
    /// <returns>Why it ended; never a value.</returns>
    public async Task<Failure> ListenToUser(
        Uri? streaming, string accessToken, Action opened, Func<StreamNote, Task> heard, CancellationToken cancel)
    {
        try
        {
            var call = new RestCall(HttpMethod.Get, "/api/v1/streaming/user", Purpose.Read) { Token = accessToken };
            using var request = _transport.Request(call);
            request.RequestUri = call.Address(streaming ?? _server);
            request.Headers.Accept.Clear();
            request.Headers.Accept.Add(new("text/event-stream"));
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel).WaitAsync(_options.Timeout, cancel).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
                return RestFailures.Read(call, new((int)response.StatusCode, response.Headers, default, DateTimeOffset.UtcNow));
            if (response.Content.Headers.ContentType?.MediaType != "text/event-stream")
                return new Failure(FailureKind.NotFound, (int)HttpStatusCode.OK);

            opened();
            await HearAsync(response, heard, cancel).ConfigureAwait(false);
            return new Failure(FailureKind.Unreachable);
        }
        catch (TimeoutException)
        {
            return new Failure(FailureKind.TimedOut);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            return new Failure(FailureKind.Unreachable);
        }
    }

    private static async Task HearAsync(HttpResponseMessage response, Func<StreamNote, Task> heard, CancellationToken cancel)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var events = new EventLines();
            await foreach (var line in BoundedLines.ReadAsync(stream, StreamPatience, cancel).ConfigureAwait(false))
                if (events.Take(line) is { } note) await heard(note).ConfigureAwait(false);
        }
    }
}
