using System.Buffers.Binary;
using System.Text;
using Rotfeste.Platform.Pictures;

namespace Rotfeste.Tests.Platform.Pictures;

public sealed class StrippedPictureTests
{
    private const string Secret = "GPS 59.91 10.75 Kamera";

    public static TheoryData<string> Kinds => ["jpeg", "png", "webp"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_the_camera_wrote_is_gone_and_the_picture_stays(string kind)
    {
        var stripped = StrippedPicture.Of(Make(kind)).ShouldNotBeNull();
        stripped.Kind.ShouldBe($"image/{kind}");
        Encoding.Latin1.GetString(stripped.Content).ShouldNotContain("GPS");
        Encoding.Latin1.GetString(stripped.Content).ShouldContain("PIXELS");
        (stripped.Width, stripped.Height).ShouldBe((640, 480));
        StrippedPicture.Of(stripped.Content).ShouldNotBeNull().Content.ShouldBe(stripped.Content);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_file_cut_anywhere_is_refused_or_walked_and_never_breaks_the_walker(string kind)
    {
        var whole = Make(kind);
        for (var length = 0; length < whole.Length; length++)
        {
            if (StrippedPicture.Of(whole.AsSpan(0, length)) is { } kept)
                Encoding.Latin1.GetString(kept.Content).ShouldNotContain("GPS");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("GIF89a\u0001\u0000")]
    [InlineData("hei")]
    public void What_is_no_known_picture_is_refused(string file) => StrippedPicture.Of(Encoding.Latin1.GetBytes(file)).ShouldBeNull();

    [Fact]
    public void Words_hidden_between_scans_are_refused()
    {
        var file = Make("jpeg");
        var end = file.AsSpan().LastIndexOf<byte>([0xFF, 0xD9]);
        byte[] hidden = [.. file[..end], 0xFF, 0xE1, 0, 5, 1, 2, 3, .. file[end..]];
        StrippedPicture.Of(hidden).ShouldBeNull();
    }

    private static byte[] Make(string kind) => kind switch { "jpeg" => Jpeg(), "png" => Png(), _ => Webp() };

    private static byte[] Jpeg()
    {
        byte[] frame = [8, 480 >> 8, 480 & 255, 640 >> 8, 640 & 255, 1, 1, 0x11, 0];
        return
        [
            0xFF, 0xD8, .. Segment(0xE0, "JFIF\0"u8.ToArray()), .. Segment(0xE1, Encoding.ASCII.GetBytes($"Exif\0\0{Secret}")), .. Segment(0xFE, Encoding.ASCII.GetBytes(Secret)),
            .. Segment(0xC0, frame), .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), .. "PIXELS"u8, 0xFF, 0, 0xFF, 0xD9, .. Encoding.ASCII.GetBytes(Secret),
        ];
    }

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Png()
    {
        byte[] header = [0, 0, 640 >> 8, 640 & 255, 0, 0, 480 >> 8, 480 & 255, 8, 6, 0, 0, 0];
        return
        [
            0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', .. Chunk("IHDR", header), .. Chunk("eXIf", Encoding.ASCII.GetBytes(Secret)), .. Chunk("tEXt", Encoding.ASCII.GetBytes(Secret)),
            .. Chunk("IDAT", "PIXELS"u8.ToArray()), .. Chunk("IEND", []), .. Encoding.ASCII.GetBytes(Secret),
        ];
    }

    private static byte[] Chunk(string name, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(name), .. content, 0, 0, 0, 0];
    }

    private static byte[] Webp()
    {
        byte[] extended = [0x0C, 0, 0, 0, 639 & 255, 639 >> 8, 0, 479 & 255, 479 >> 8, 0];
        byte[] body = [.. Part("VP8X", extended), .. Part("VP8 ", "PIXELS"u8.ToArray()), .. Part("EXIF", Encoding.ASCII.GetBytes(Secret)), .. Part("XMP ", Encoding.ASCII.GetBytes(Secret))];
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, body.Length + 4);
        return [.. "RIFF"u8, .. length, .. "WEBP"u8, .. body];
    }

    private static byte[] Part(string name, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, content.Length);
        return [.. Encoding.ASCII.GetBytes(name), .. length, .. content, .. content.Length % 2 == 1 ? new byte[1] : []];
    }
}
