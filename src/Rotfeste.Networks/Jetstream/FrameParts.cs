using Rotfeste.Networks.Json;

namespace Rotfeste.Networks.Jetstream;

/// <summary>Where the parts of a frame stand in it.</summary>
internal struct FrameParts
{
    public JsonSlice Did;
    public JsonSlice Kind;
    public JsonSlice Collection;
    public JsonSlice Key;
    public JsonSlice Cid;
    public JsonSlice Record;
    public JsonSlice Handle;
    public JsonSlice Status;
    public long TimeUs;
    public CommitOperation Operation;
    public bool HasDetail;
    public bool Active;

    /// <summary>The kind, Malformed when what such a kind must carry is not there.</summary>
    public readonly StreamKind KindIn(ReadOnlySpan<byte> frame)
    {
        var kind = Kind.Inner(frame);
        if (kind.SequenceEqual("commit"u8))
            return !HasDetail || Collection.IsEmpty || Key.IsEmpty ? StreamKind.Malformed : StreamKind.Commit;
        if (kind.SequenceEqual("identity"u8)) return HasDetail ? StreamKind.Identity : StreamKind.Malformed;
        if (kind.SequenceEqual("account"u8)) return HasDetail ? StreamKind.Account : StreamKind.Malformed;
        return Kind.IsEmpty ? StreamKind.Malformed : StreamKind.Unknown;
    }

    public readonly AccountStanding StandingIn(ReadOnlySpan<byte> frame)
    {
        if (Active) return AccountStanding.Active;
        return Status.Decode(frame) switch
        {
            "takendown" => AccountStanding.TakenDown,
            "suspended" => AccountStanding.Suspended,
            "deleted" => AccountStanding.Deleted,
            "deactivated" => AccountStanding.Deactivated,
            _ => AccountStanding.OtherwiseClosed,
        };
    }
}
