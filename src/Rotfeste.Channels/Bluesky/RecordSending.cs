using System.Text.Json;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Orders;
using Rotfeste.Networks;
using Rotfeste.Networks.Bluesky.Ids;
using Rotfeste.Platform;

namespace Rotfeste.Channels.Bluesky;

/// <summary>What a look at a record key showed.</summary>
internal enum LookedAt
{
    /// <summary>Could not look.</summary>
    NotSeen,

    /// <summary>The key is free.</summary>
    Nothing,

    /// <summary>Our record.</summary>
    Ours,

    /// <summary>Something else.</summary>
    Another,
}

/// <summary>Puts an order's stored bytes, and looks whether they are there.</summary>
internal sealed class RecordSending(BlueskyCalls calls, BlueskyServers servers)
{
    /// <summary>Sends the bytes as they are stored; null when the network has them.</summary>
    public async Task<Failure?> PutAsync(Channel channel, Item item, CancellationToken cancellation)
    {
        var uri = AddressOf(item);
        var answer = await calls.CallAsync(
            channel.Key,
            (client, token) =>
            {
                FaultPoint.Pass("send-before-request");
                return client.PutRecord(uri, item.Record!, token, cancellation);
            },
            cancellation);
        FaultPoint.Pass("send-answer-read");
        return answer.Failure;
    }

    /// <summary>Looks without a token, for records are public and the sign-in may be lost.</summary>
    public async Task<LookedAt> LookAsync(Channel channel, Item item, CancellationToken cancellation)
    {
        var found = await servers.At(new Uri(channel.Server)).GetRecord(AddressOf(item), null, cancellation);
        if (!found.IsOk)
            return found.Failure.Kind == FailureKind.NotFound ? LookedAt.Nothing : LookedAt.NotSeen;

        using var theirs = JsonDocument.Parse(found.Value.Json);
        using var ours = JsonDocument.Parse(item.Record!);
        return JsonElement.DeepEquals(theirs.RootElement, ours.RootElement) ? LookedAt.Ours : LookedAt.Another;
    }

    private static AtUri AddressOf(Item item) => AtUri.TryParse(item.Uri, out var uri)
        ? uri
        : throw new InvalidOperationException($"Item {item.Id} has no address.");
}
