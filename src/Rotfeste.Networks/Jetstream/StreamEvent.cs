using Rotfeste.Networks.Bluesky.Ids;
using Rotfeste.Networks.Json;

namespace Rotfeste.Networks.Jetstream;

/// <summary>
/// One event of a Jetstream stream. A view upon the frame: strings are made only when asked for, and nothing of it may be used
/// after the frame's memory is given back (see <see cref="IStreamListener.Take"/>). Source: github.com/bluesky-social/jetstream.
/// </summary>
public sealed class StreamEvent
{
    private readonly FrameParts _parts;

    private StreamEvent(ReadOnlyMemory<byte> frame, StreamKind kind, FrameParts parts)
    {
        Frame = frame;
        Kind = kind;
        _parts = parts;
        IsPost = kind == StreamKind.Commit && _parts.Collection.Inner(frame.Span).SequenceEqual("app.bsky.feed.post"u8);
        if (IsPost && Operation is CommitOperation.Create or CommitOperation.Update && !parts.Record.IsEmpty)
            Post = StreamPost.Read(frame.Slice(parts.Record.Start, parts.Record.Length));
    }

    /// <summary>The whole frame, UTF-8 JSON.</summary>
    public ReadOnlyMemory<byte> Frame { get; }

    /// <summary>What it tells. When Malformed everything else is empty.</summary>
    public StreamKind Kind { get; }

    /// <summary>The kind in the stream's own word, at most 64 characters.</summary>
    public string KindName => Cut(Decode(_parts.Kind), 64);

    /// <summary>The stream's clock: microseconds since 1970 UTC. The cursor.</summary>
    public long TimeUs => _parts.TimeUs;

    /// <summary>The same as a time.</summary>
    public DateTimeOffset Time => DateTimeOffset.UnixEpoch.AddTicks(TimeUs * TimeSpan.TicksPerMicrosecond);

    /// <summary>The account, as UTF-8.</summary>
    public ReadOnlySpan<byte> DidUtf8 => _parts.Did.Inner(Frame.Span);

    /// <summary>The account; the default value when malformed.</summary>
    public Did Did => Did.TryParse(Decode(_parts.Did), out var did) ? did : default;

    /// <summary>Of a commit: what happened.</summary>
    public CommitOperation Operation => _parts.Operation;

    /// <summary>Of a commit: the record's collection, else empty.</summary>
    public string Collection => IsPost ? AtUri.PostCollection : Cut(Decode(_parts.Collection), 317);

    /// <summary>Of a commit: true when the record is, or was, a post.</summary>
    public bool IsPost { get; }

    /// <summary>Of a commit: the record's address; null when the parts are not valid.</summary>
    public AtUri? Uri => Kind == StreamKind.Commit && AtUri.TryParse($"at://{Did.Value}/{Collection}/{Decode(_parts.Key)}", out var uri) ? uri : null;

    /// <summary>Of a created or changed record: its content's hash, else null.</summary>
    public string? Cid => Decode(_parts.Cid) is var cid && RecordRef.IsCid(cid) ? cid : null;

    /// <summary>The post that was created or changed, else null.</summary>
    public StreamPost? Post { get; }

    /// <summary>Of an account event: its standing now, else null.</summary>
    public AccountStanding? Standing => Kind == StreamKind.Account ? _parts.StandingIn(Frame.Span) : null;

    /// <summary>Of an identity event: the handle now, or null when it does not say.</summary>
    public Handle? NewHandle => Kind == StreamKind.Identity && Handle.TryParse(Decode(_parts.Handle), out var handle) ? handle : null;

    /// <summary>Reads one frame. Never throws: what cannot be read is Malformed.</summary>
    /// <param name="frame">UTF-8 JSON; the event looks into it until it is dropped.</param>
    public static StreamEvent Read(ReadOnlyMemory<byte> frame)
    {
        frame = JsonMending.Mend(frame);
        return FrameReading.TryRead(frame.Span, out var parts)
            ? new(frame, parts.KindIn(frame.Span), parts)
            : new(frame, StreamKind.Malformed, default);
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];

    private string Decode(JsonSlice slice) => slice.Decode(Frame.Span);
}
