using System.Buffers.Binary;
using System.Text;

namespace Rotfeste.Platform.Pictures;

/// <summary>The parts of a PNG file. Source: ISO/IEC 15948, clause 11.</summary>
internal static class PngParts
{
    private const int Signature = 8;
    private const int Frame = 12;

    private static readonly HashSet<string> Needed = new(StringComparer.Ordinal)
    {
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "acTL", "fcTL", "fdAT",
    };

    public static StrippedPicture? Strip(ReadOnlySpan<byte> file)
    {
        using var kept = new MemoryStream(file.Length);
        kept.Write(file[..Signature]);
        var (at, width, height) = (Signature, 0, 0);
        while (at + Frame <= file.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - Frame)
                return null;
            var part = file.Slice(at, Frame + (int)length);
            var name = Encoding.ASCII.GetString(part.Slice(4, 4));
            if (name == "IHDR" && length >= 8)
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(part[8..]), BinaryPrimitives.ReadInt32BigEndian(part[12..]));
            if (Needed.Contains(name))
                kept.Write(part);
            if (name == "IEND")
                return width > 0 && height > 0 ? new(kept.ToArray(), "image/png", width, height) : null;
            at += part.Length;
        }

        return null;
    }
}
