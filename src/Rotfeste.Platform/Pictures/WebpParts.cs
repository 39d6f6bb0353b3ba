using System.Buffers.Binary;
using System.Text;

namespace Rotfeste.Platform.Pictures;

/// <summary>The parts of a WebP file. Source: the WebP container specification (RIFF).</summary>
internal static class WebpParts
{
    private const int Header = 12;
    private const int Frame = 8;

    /// <summary>Bits of VP8X that say that camera's words and XMP follow.</summary>
    private const byte ExifAndXmp = 0b0000_1100;

    private static readonly HashSet<string> Needed = new(StringComparer.Ordinal) { "VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP" };

    public static StrippedPicture? Strip(ReadOnlySpan<byte> file)
    {
        using var kept = new MemoryStream(file.Length);
        kept.Write(file[..Header]);
        var (at, width, height, hasPicture) = (Header, 0, 0, false);
        while (at + Frame <= file.Length)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]);
            var padded = length + (length & 1);
            if (padded > file.Length - at - Frame)
                return null;
            var part = file.Slice(at, Frame + (int)padded).ToArray();
            var name = Encoding.ASCII.GetString(part.AsSpan(0, 4));
            hasPicture |= name is "VP8 " or "VP8L" or "ANMF";
            if (name == "VP8X" && length >= 10)
            {
                part[Frame] &= unchecked((byte)~ExifAndXmp);
                (width, height) = (Size(part, Frame + 4), Size(part, Frame + 7));
            }

            if (Needed.Contains(name))
                kept.Write(part);
            at += part.Length;
        }

        var content = kept.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(content.AsSpan(4), (uint)(content.Length - 8));
        return hasPicture ? new(content, "image/webp", width, height) : null;
    }

    private static int Size(byte[] part, int at) => 1 + part[at] + (part[at + 1] << 8) + (part[at + 2] << 16);
}
