namespace Rotfeste.Platform.Pictures;

/// <summary>
/// A picture that somebody uploads, without what cameras and programs write beside it (place, time, device, thumbnails). Nothing is
/// decoded: the file's parts are walked, and only those that are needed to see it are kept.
/// </summary>
/// <param name="Content">The file.</param>
/// <param name="Kind">"image/jpeg", "image/png" or "image/webp".</param>
/// <param name="Width">In pixels; 0 where the file does not say it plainly.</param>
/// <param name="Height">In pixels; 0 likewise.</param>
public sealed record StrippedPicture(byte[] Content, string Kind, int Width, int Height)
{
    /// <summary>Null when it is no picture of a known kind, or is built in a way that cannot be walked with certainty.</summary>
    public static StrippedPicture? Of(ReadOnlySpan<byte> file) => PictureKind.Of(file) switch
    {
        "image/jpeg" => JpegParts.Strip(file),
        "image/png" => PngParts.Strip(file),
        "image/webp" => WebpParts.Strip(file),
        _ => null,
    };
}
