using System.Net;
using NodaTime;
using Rotfeste.Listening.Sources;
using Rotfeste.Platform.Http;

namespace Rotfeste.Listening.Feeds;

/// <summary>Asks for a feed through the guard: half a minute, five redirects, eight megabytes, and never more.</summary>
internal sealed class FeedCalls(GuardedHttp guard, IClock clock)
{
    public const int MostBytes = 8 * 1024 * 1024;
    private const int MostRedirects = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly Duration LongestWait = Duration.FromDays(1);

    /// <summary>Asks; what the last answer said of itself is sent along, so that an unchanged feed costs nothing.</summary>
    public async Task<FeedAnswer> AskAsync(Uri address, string? etag, string? lastModified, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            // Redirects are followed here, because whether they are for good is asked nowhere else.
            using var client = new HttpClient(guard.SecretsHandler, disposeHandler: false);
            return await FollowAsync(client, address, etag, lastModified, patience.Token);
        }
        catch (AddressRefusedException)
        {
            return new(SourceTrouble.PrivateAddress, address);
        }
        catch (HttpRequestException cause) when (cause.InnerException is AddressRefusedException)
        {
            return new(SourceTrouble.PrivateAddress, address);
        }
        catch (Exception cause) when (cause is HttpRequestException or IOException or InvalidDataException || (cause is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return new(SourceTrouble.Unreachable, address);
        }
    }

    private async Task<FeedAnswer> FollowAsync(HttpClient client, Uri address, string? etag, string? lastModified, CancellationToken cancellation)
    {
        var isForGood = true;
        var at = address;
        for (var hops = 0; hops <= MostRedirects; hops++)
        {
            using var request = Request(at, etag, lastModified);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308))
                return await ReadAsync(response, at, hops > 0 && isForGood, cancellation);
            if (response.Headers.Location is not { } next || !Uri.TryCreate(at, next, out var whole) || whole.Scheme is not ("http" or "https"))
                return new(SourceTrouble.Gone, at);
            isForGood &= response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;
            at = whole;
        }

        return new(SourceTrouble.Circle, address);
    }

    private static HttpRequestMessage Request(Uri address, string? etag, string? lastModified)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.UserAgent.ParseAdd("Rotfeste/1.0");
        request.Headers.Accept.ParseAdd("application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.5, */*;q=0.1");
        if (etag is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        if (lastModified is not null)
            request.Headers.TryAddWithoutValidation("If-Modified-Since", lastModified);
        return request;
    }

    private async Task<FeedAnswer> ReadAsync(HttpResponseMessage response, Uri at, bool hasMoved, CancellationToken cancellation)
    {
        var answer = new FeedAnswer(TroubleOf(response.StatusCode), at) { HasMoved = hasMoved, NotBefore = Wait(response) };
        if (response.StatusCode == HttpStatusCode.NotModified)
            return answer with { Trouble = SourceTrouble.None, IsUnchanged = true };
        if (answer.Trouble != SourceTrouble.None)
            return answer;
        if (response.Content.Headers.ContentLength > MostBytes || await BodyAsync(response, cancellation) is not { } body)
            return answer with { Trouble = SourceTrouble.TooLarge };
        return answer with
        {
            Body = body,
            ContentType = First(response.Content.Headers, "Content-Type"),
            ETag = First(response.Headers, "ETag"),
            LastModified = First(response.Content.Headers, "Last-Modified"),
        };
    }

    // Null where there is more than we read: the rest is not waited for.
    private static async Task<byte[]?> BodyAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        using var read = new MemoryStream();
        var piece = new byte[64 * 1024];
        for (int length; (length = await body.ReadAsync(piece, cancellation)) > 0;)
        {
            if (read.Length + length > MostBytes)
                return null;
            read.Write(piece, 0, length);
        }

        return read.ToArray();
    }

    private static SourceTrouble TroubleOf(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 => SourceTrouble.None,
        404 or 410 => SourceTrouble.Gone,
        429 => SourceTrouble.Busy,
        >= 500 => SourceTrouble.ServerFault,
        _ => SourceTrouble.Refused,
    };

    private Duration? Wait(HttpResponseMessage response)
    {
        var retry = response.Headers.RetryAfter;
        Duration? wait = retry?.Delta is { } delta ? Duration.FromTimeSpan(delta)
            : retry?.Date is { } date ? Instant.FromDateTimeOffset(date) - clock.GetCurrentInstant()
            : response.Headers.CacheControl?.MaxAge is { } age ? Duration.FromTimeSpan(age)
            : null;
        return wait is { } given && given > Duration.Zero ? Duration.Min(given, LongestWait) : null;
    }

    private static string? First(System.Net.Http.Headers.HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) && values.ToString() is { Length: > 0 and <= 500 } value ? value : null;
}
