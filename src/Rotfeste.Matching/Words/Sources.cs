using System.Text;

namespace Rotfeste.Matching.Words;

/// <summary>Gets the text of a post into UTF-16 with its link ranges blanked, and gives its length.</summary>
internal static class Sources
{
    // A sign that is neither word nor white space, so that words end at a cut and nothing else changes.
    private const char Blank = '\uFFFC';

    public static int Copy(ReadOnlySpan<char> text, ReadOnlySpan<TextRange> links, ref char[] source)
    {
        Settling.Room(ref source, text.Length);
        text.CopyTo(source);
        foreach (var link in links)
        {
            if (link.Start >= 0 && link.Length > 0 && link.Length <= text.Length - link.Start)
                source.AsSpan(link.Start, link.Length).Fill(Blank);
        }
        return text.Length;
    }

    public static int Transcode(ReadOnlySpan<byte> text, ReadOnlySpan<TextRange> links, ref char[] source)
    {
        Settling.Room(ref source, text.Length);
        int read = 0, written = 0;
        foreach (var link in links)
        {
            if (link.Start < read || link.Length <= 0 || link.Length > text.Length - link.Start)
                continue;
            written += Encoding.UTF8.GetChars(text[read..link.Start], source.AsSpan(written));
            source[written++] = Blank;
            read = link.End;
        }
        written += Encoding.UTF8.GetChars(text[read..], source.AsSpan(written));
        return written;
    }
}
