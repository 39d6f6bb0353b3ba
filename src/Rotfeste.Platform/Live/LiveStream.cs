using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Platform.Live;

/// <summary>The stream of topics to one open page (server-sent events).</summary>
internal static class LiveStream
{
    private static readonly TimeSpan HeartBeat = TimeSpan.FromSeconds(25);

    public static IResult Open(CurrentCaller caller, LiveTopics topics, IHostApplicationLifetime life, HttpContext http)
    {
        http.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(
            ReadAsync(topics, caller.Required.Organisation, life.ApplicationStopping, http.RequestAborted));
    }

    private static async IAsyncEnumerable<SseItem<string>> ReadAsync(
        LiveTopics topics, OrganisationId organisation, CancellationToken stopping, [EnumeratorCancellation] CancellationToken gone)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, gone);
        using var listener = topics.Listen(organisation);
        yield return new SseItem<string>("", "hello");
        while (!either.IsCancellationRequested)
        {
            if (!await WaitAsync(listener, either.Token))
                yield return new SseItem<string>("", "beat");
            var once = new HashSet<string>(StringComparer.Ordinal);
            while (listener.Topics.TryRead(out var topic))
                once.Add(topic);
            foreach (var topic in once)
                yield return new SseItem<string>(topic, "topic");
        }
    }

    private static async Task<bool> WaitAsync(LiveListener listener, CancellationToken ending)
    {
        using var beat = CancellationTokenSource.CreateLinkedTokenSource(ending);
        beat.CancelAfter(HeartBeat);
        try
        {
            return await listener.Topics.WaitToReadAsync(beat.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
