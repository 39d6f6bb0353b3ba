using System.Text.Json;
using Rotfeste.Networks.Json;

namespace Rotfeste.Networks.Bluesky.Posts;

/// <summary>An uploaded file as a record refers to it.</summary>
/// <param name="Cid">Hash of its content.</param>
/// <param name="Kind">"image/jpeg" or the like.</param>
/// <param name="Size">Bytes.</param>
public sealed record UploadedBlob(string Cid, string Kind, int Size)
{
    internal static UploadedBlob? Read(JsonElement json)
    {
        var blob = json.At("blob");
        return blob.At("ref").Text("$link") is { Length: > 0 and <= 200 } cid && blob.Text("mimeType") is { Length: > 0 and <= 100 } kind && blob.Whole("size") is > 0 and var size
            ? new(cid, kind, size)
            : null;
    }
}

/// <summary>A picture of a new post.</summary>
/// <param name="Blob">Uploaded before.</param>
/// <param name="Alt">For those who do not see it.</param>
/// <param name="Width">Of its shape; 0 when unknown.</param>
/// <param name="Height">Of its shape; 0 when unknown.</param>
public sealed record DraftPicture(UploadedBlob Blob, string Alt, int Width, int Height);
