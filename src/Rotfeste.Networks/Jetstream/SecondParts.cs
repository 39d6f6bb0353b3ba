using System.Text.Json;
using Rotfeste.Networks.Json;

namespace Rotfeste.Networks.Jetstream;

/// <summary>Where the parts of a frame of the second wire stand in it: an envelope, and in it a flat payload.</summary>
internal struct SecondParts
{
    private JsonSlice _envelope;
    private JsonSlice _type;
    private JsonSlice _name;
    private JsonSlice _error;
    private long _shownMicros;
    private long _seenMicros;
    public JsonSlice Did;
    public JsonSlice Rev;
    public JsonSlice Operation;
    public JsonSlice Collection;
    public JsonSlice Key;
    public JsonSlice Record;
    public JsonSlice Cid;
    public JsonSlice Identity;
    public JsonSlice Account;

    /// <summary>When the host saw it, in microseconds since 1970; the shown time where it does not say. 0 where neither is there.</summary>
    public readonly long Micros => _seenMicros > 0 ? _seenMicros : _shownMicros;

    /// <summary>The kind of an event in the stream's own word: what stands behind the type's number sign.</summary>
    public readonly ReadOnlySpan<byte> NameIn(ReadOnlySpan<byte> frame)
    {
        var type = _type.Inner(frame);
        return type[(type.LastIndexOf((byte)'#') + 1)..];
    }

    public readonly SecondFrame KindIn(ReadOnlySpan<byte> frame)
    {
        if (_envelope.Inner(frame).SequenceEqual("error"u8))
            return _error.Inner(frame).SequenceEqual("ConsumerTooSlow"u8) ? SecondFrame.TooSlow : SecondFrame.Ended;
        if (!NameIn(frame).SequenceEqual("info"u8)) return SecondFrame.Event;
        return _name.Inner(frame).SequenceEqual("OutdatedCursor"u8) ? SecondFrame.Outdated : SecondFrame.Notice;
    }

    public void ReadEnvelope(ref Utf8JsonReader reader)
    {
        while (Next(ref reader))
        {
            if (Is(ref reader, "$type"u8)) _envelope = JsonSlice.Text(ref reader);
            else if (Is(ref reader, "error"u8)) _error = JsonSlice.Text(ref reader);
            else if (Is(ref reader, "payload"u8)) ReadPayload(ref reader);
            else Pass(ref reader);
        }
    }

    private void ReadPayload(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        while (Next(ref reader))
        {
            if (Is(ref reader, "$type"u8)) _type = JsonSlice.Text(ref reader);
            else if (Is(ref reader, "did"u8)) Did = JsonSlice.Text(ref reader);
            else if (Is(ref reader, "time"u8)) _shownMicros = Time(ref reader);
            else if (Is(ref reader, "witnessedAt"u8)) _seenMicros = Time(ref reader);
            else if (Is(ref reader, "name"u8)) _name = JsonSlice.Text(ref reader);
            else if (Is(ref reader, "identity"u8)) Identity = JsonSlice.Object(ref reader);
            else if (Is(ref reader, "account"u8)) Account = JsonSlice.Object(ref reader);
            else if (!ReadCommit(ref reader)) Pass(ref reader);
        }
    }

    private bool ReadCommit(ref Utf8JsonReader reader)
    {
        if (Is(ref reader, "rev"u8)) Rev = JsonSlice.Text(ref reader);
        else if (Is(ref reader, "operation"u8)) Operation = JsonSlice.Text(ref reader);
        else if (Is(ref reader, "collection"u8)) Collection = JsonSlice.Text(ref reader);
        else if (Is(ref reader, "rkey"u8)) Key = JsonSlice.Text(ref reader);
        else if (Is(ref reader, "record"u8)) Record = JsonSlice.Object(ref reader);
        else if (Is(ref reader, "cid"u8)) Cid = JsonSlice.Text(ref reader);
        else return false;
        return true;
    }

    private static bool Next(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    // True when the property at the reader has this name; the reader then stands at its value.
    private static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => reader.ValueTextEquals(name) && reader.Read();

    private static void Pass(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    private static long Time(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var time))
            return (time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        reader.Skip();
        return 0;
    }
}
