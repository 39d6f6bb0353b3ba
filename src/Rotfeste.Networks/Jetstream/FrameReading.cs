using System.Text.Json;
using Rotfeste.Networks.Bluesky.Ids;
using Rotfeste.Networks.Json;

namespace Rotfeste.Networks.Jetstream;

/// <summary>Finds the parts of a frame in one pass, stepping over records without looking into them.</summary>
internal static class FrameReading
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = JsonLimits.Depth };

    /// <summary>False when the frame is no JSON object with a DID and a time.</summary>
    public static bool TryRead(ReadOnlySpan<byte> frame, out FrameParts parts)
    {
        parts = default;
        try
        {
            var reader = new Utf8JsonReader(frame, Options);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return false;
            ReadRoot(ref reader, ref parts);
            if (reader.Read()) return false;
        }
        catch (JsonException)
        {
            return false;
        }

        return parts.TimeUs is > 0 and < 253_402_300_799_000_000 && Did.IsValid(parts.Did.Inner(frame));
    }

    private static void ReadRoot(ref Utf8JsonReader reader, ref FrameParts parts)
    {
        while (Next(ref reader))
        {
            if (Is(ref reader, "did"u8)) parts.Did = JsonSlice.Text(ref reader);
            else if (Is(ref reader, "time_us"u8)) parts.TimeUs = Number(ref reader);
            else if (Is(ref reader, "kind"u8)) parts.Kind = JsonSlice.Text(ref reader);
            else if (Is(ref reader, "commit"u8)) ReadCommit(ref reader, ref parts);
            else if (Is(ref reader, "account"u8) || Is(ref reader, "identity"u8)) ReadAccount(ref reader, ref parts);
            else SkipValue(ref reader);
        }
    }

    private static void ReadCommit(ref Utf8JsonReader reader, ref FrameParts parts)
    {
        if (!Enter(ref reader, ref parts)) return;
        while (Next(ref reader))
        {
            if (Is(ref reader, "operation"u8)) parts.Operation = Operation(ref reader);
            else if (Is(ref reader, "collection"u8)) parts.Collection = JsonSlice.Text(ref reader);
            else if (Is(ref reader, "rkey"u8)) parts.Key = JsonSlice.Text(ref reader);
            else if (Is(ref reader, "cid"u8)) parts.Cid = JsonSlice.Text(ref reader);
            else if (Is(ref reader, "record"u8)) parts.Record = JsonSlice.Object(ref reader);
            else SkipValue(ref reader);
        }
    }

    private static void ReadAccount(ref Utf8JsonReader reader, ref FrameParts parts)
    {
        if (!Enter(ref reader, ref parts)) return;
        while (Next(ref reader))
        {
            if (Is(ref reader, "active"u8)) parts.Active = Flag(ref reader);
            else if (Is(ref reader, "status"u8)) parts.Status = JsonSlice.Text(ref reader);
            else if (Is(ref reader, "handle"u8)) parts.Handle = JsonSlice.Text(ref reader);
            else SkipValue(ref reader);
        }
    }

    private static bool Next(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    // True when the property at the reader has this name; the reader then stands at its value.
    private static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => reader.ValueTextEquals(name) && reader.Read();

    private static void SkipValue(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    private static bool Enter(ref Utf8JsonReader reader, ref FrameParts parts)
    {
        parts.HasDetail = reader.TokenType == JsonTokenType.StartObject;
        if (!parts.HasDetail) reader.Skip();
        return parts.HasDetail;
    }

    private static long Number(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number)) return number;
        reader.Skip();
        return 0;
    }

    private static bool Flag(ref Utf8JsonReader reader)
    {
        reader.Skip();
        return reader.TokenType == JsonTokenType.True;
    }

    private static CommitOperation Operation(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            if (reader.ValueTextEquals("create"u8)) return CommitOperation.Create;
            if (reader.ValueTextEquals("update"u8)) return CommitOperation.Update;
            return reader.ValueTextEquals("delete"u8) ? CommitOperation.Delete : CommitOperation.Unknown;
        }

        reader.Skip();
        return CommitOperation.Unknown;
    }
}
