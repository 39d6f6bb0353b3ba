using System.Buffers;
using System.Text.Json;
using Rotfeste.Networks.Json;

namespace Rotfeste.Networks.Jetstream;

/// <summary>
/// Jetstream's second wire, put into the words of the first one, so that everything behind it knows one shape. Events carry a number of
/// their host's own and the time when it saw them; we ask by time, which means the same at every host, and which a host that does not look
/// back so far answers with its oldest event and a notice. Source: github.com/bluesky-social/jetstream, lexicon
/// network.bsky.jetstream.subscribeEvents.
/// </summary>
internal sealed class SecondWire
{
    /// <summary>A host whose address ends so speaks it.</summary>
    public const string Path = "/xrpc/network.bsky.jetstream.subscribeEvents";

    /// <summary>How its frames are framed, as a WebSocket says it.</summary>
    public const string Protocol = "xrpc.v1.json";

    private static readonly JsonReaderOptions Options = new() { MaxDepth = JsonLimits.Depth };
    private readonly ArrayBufferWriter<byte> _event = new(4_096);

    public static bool IsSpokenAt(Uri host) => host.AbsolutePath.TrimEnd('/') == Path;

    /// <summary>What a stream is asked with: other kinds than these tell nothing that is listened for.</summary>
    public static IEnumerable<string> Query(JetstreamOptions options) =>
    [
        "kinds=commit", "kinds=identity", "kinds=account",
        .. options.Collections.Select(c => $"collections={Uri.EscapeDataString(c)}"),
        .. options.Accounts.Select(a => $"dids={Uri.EscapeDataString(a.Value)}"),
    ];

    /// <summary>Reads a frame. Never throws: what cannot be read is handed on as it is, to be counted as no event.</summary>
    /// <param name="frame">UTF-8 JSON.</param>
    /// <returns>What it is, and the event as the first wire would have it, valid until the next call.</returns>
    public (SecondFrame Kind, ReadOnlyMemory<byte> Event) Read(ReadOnlyMemory<byte> frame)
    {
        frame = JsonMending.Mend(frame);
        var parts = new SecondParts();
        try
        {
            var reader = new Utf8JsonReader(frame.Span, Options);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return (SecondFrame.Event, frame);
            parts.ReadEnvelope(ref reader);
            if (reader.Read()) return (SecondFrame.Event, frame);
        }
        catch (JsonException)
        {
            return (SecondFrame.Event, frame);
        }

        var kind = parts.KindIn(frame.Span);
        if (kind != SecondFrame.Event || parts.Micros <= 0) return (kind, frame);
        Write(ref parts, frame.Span);
        return (kind, _event.WrittenMemory);
    }

    private void Write(ref SecondParts parts, ReadOnlySpan<byte> frame)
    {
        _event.ResetWrittenCount();
        _event.Write("{\"did\":"u8);
        _event.Write(parts.Did.IsEmpty ? "\"\""u8 : parts.Did.In(frame));
        _event.Write(",\"time_us\":"u8);
        WriteNumber(parts.Micros);
        _event.Write(",\"kind\":\""u8);
        _event.Write(parts.NameIn(frame));
        _event.Write("\""u8);
        if (parts.NameIn(frame).SequenceEqual("commit"u8)) WriteCommit(ref parts, frame);
        WriteValue("identity"u8, parts.Identity, frame);
        WriteValue("account"u8, parts.Account, frame);
        _event.Write("}"u8);
    }

    private void WriteCommit(ref SecondParts parts, ReadOnlySpan<byte> frame)
    {
        _event.Write(",\"commit\":{\"operation\":"u8);
        _event.Write(parts.Operation.IsEmpty ? "null"u8 : parts.Operation.In(frame));
        WriteValue("rev"u8, parts.Rev, frame);
        WriteValue("collection"u8, parts.Collection, frame);
        WriteValue("rkey"u8, parts.Key, frame);
        WriteValue("record"u8, parts.Record, frame);
        WriteValue("cid"u8, parts.Cid, frame);
        _event.Write("}"u8);
    }

    private void WriteValue(ReadOnlySpan<byte> name, JsonSlice value, ReadOnlySpan<byte> frame)
    {
        if (value.IsEmpty) return;
        _event.Write(",\""u8);
        _event.Write(name);
        _event.Write("\":"u8);
        _event.Write(value.In(frame));
    }

    private void WriteNumber(long number)
    {
        number.TryFormat(_event.GetSpan(20), out var written, default, System.Globalization.CultureInfo.InvariantCulture);
        _event.Advance(written);
    }
}

/// <summary>What a frame of the second wire is.</summary>
internal enum SecondFrame
{
    /// <summary>An event, or something that is none and is counted as such.</summary>
    Event,

    /// <summary>The host does not look back as far as was asked: it begins with its oldest.</summary>
    Outdated,

    /// <summary>A notice that changes nothing.</summary>
    Notice,

    /// <summary>The host is about to close: we read too slowly.</summary>
    TooSlow,

    /// <summary>The host is about to close, for another reason.</summary>
    Ended,
}
