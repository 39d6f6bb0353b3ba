using System.Buffers.Binary;

namespace Rotfeste.Platform.Pictures;

/// <summary>The parts of a JPEG file. Source: ITU-T T.81, annex B.</summary>
internal static class JpegParts
{
    private const byte StartOfScan = 0xDA;
    private const byte End = 0xD9;
    private const byte Comment = 0xFE;
    private const byte FirstApplication = 0xE0;
    private const byte ColourProfile = 0xE2;
    private const byte Adobe = 0xEE;
    private const byte LastApplication = 0xEF;

    public static StrippedPicture? Strip(ReadOnlySpan<byte> file)
    {
        using var kept = new MemoryStream(file.Length);
        kept.Write(file[..2]);
        var (at, width, height) = (2, 0, 0);
        while (at + 4 <= file.Length && file[at] == 0xFF)
        {
            var marker = file[at + 1];
            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (length < 2 || at + 2 + length > file.Length)
                return null;
            if (IsFrame(marker) && length >= 7)
                (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]), BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]));
            if (marker == StartOfScan)
                return width > 0 && height > 0 && Scans(file[at..], kept) ? new(kept.ToArray(), "image/jpeg", width, height) : null;
            if (IsNeeded(marker))
                kept.Write(file.Slice(at, 2 + length));
            at += 2 + length;
        }

        return null;
    }

    // From the first scan to the end of the picture; what hangs behind (films, second pictures) is left.
    private static bool Scans(ReadOnlySpan<byte> rest, MemoryStream kept)
    {
        for (var at = 2; at + 1 < rest.Length; at++)
        {
            if (rest[at] != 0xFF)
                continue;
            var marker = rest[at + 1];
            if (marker == End)
            {
                kept.Write(rest[..(at + 2)]);
                return true;
            }

            // Between scans only tables may stand; a comment or a camera's part there is none of ours.
            if (marker is Comment or (>= FirstApplication and <= LastApplication))
                return false;
        }

        return false;
    }

    private static bool IsNeeded(byte marker) =>
        marker is ColourProfile or Adobe or FirstApplication || marker is not (Comment or (>= FirstApplication and <= LastApplication));

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
