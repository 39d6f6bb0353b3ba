using System.Diagnostics.CodeAnalysis;

namespace Rotfeste.Networks.Bluesky.Ids;

/// <summary>A record at one exact content: its address, and the hash of what it said.</summary>
/// <param name="Uri">The address.</param>
/// <param name="Cid">The content's hash in text form, letters and digits.</param>
public sealed record RecordRef(AtUri Uri, string Cid)
{
    /// <summary>Parses both parts.</summary>
    public static bool TryParse(string? uri, string? cid, [NotNullWhen(true)] out RecordRef? found)
    {
        found = AtUri.TryParse(uri, out var parsed) && IsCid(cid) ? new(parsed, cid) : null;
        return found is not null;
    }

    internal static bool IsCid([NotNullWhen(true)] string? cid) => cid is { Length: >= 8 and <= 256 } && cid.All(char.IsAsciiLetterOrDigit);
}

/// <summary>Where a reply belongs: the conversation's first post and the post it answers.</summary>
/// <param name="Root">The first post of the thread.</param>
/// <param name="Parent">The post answered; equal to <paramref name="Root"/> in a first answer.</param>
public sealed record ReplyRefs(RecordRef Root, RecordRef Parent);
