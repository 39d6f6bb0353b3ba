namespace Rotfeste.Platform.Pictures;

/// <summary>What a file is, by its first bytes: what its server calls it is not believed.</summary>
public static class PictureKind
{
    /// <summary>"image/png", "image/jpeg", "image/gif" or "image/webp"; null for anything else.</summary>
    public static string? Of(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
            return "image/png";
        if (content.StartsWith<byte>([0xFF, 0xD8, 0xFF]))
            return "image/jpeg";
        if (content.StartsWith("GIF87a"u8) || content.StartsWith("GIF89a"u8))
            return "image/gif";
        return content.Length > 12 && content.StartsWith("RIFF"u8) && content[8..].StartsWith("WEBP"u8) ? "image/webp" : null;
    }
}
