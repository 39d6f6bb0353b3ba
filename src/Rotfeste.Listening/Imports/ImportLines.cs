using System.Text;

namespace Rotfeste.Listening.Imports;

/// <summary>Reads a file from a place on, line by line; in a table a line end within quotation marks does not end the row.</summary>
internal sealed class ImportLines(Stream file, long position, long lines, bool isTable)
{
    private const int Longest = 1024 * 1024;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private readonly byte[] buffer = new byte[256 * 1024];
    private readonly MemoryStream line = new();
    private int at;
    private int filled;
    private long end = position;
    private long number = lines;
    private bool isStart = position == 0;

    /// <summary>The next line, or null at the end; empty lines are passed over.</summary>
    public async ValueTask<ImportLine?> NextAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var first = number + 1;
            line.SetLength(0);
            if (!await ReadAsync(cancellation))
                return null;
            if (line.Length > Longest)
                return new(null, first, end, number);
            var text = Decode(isStart);
            isStart = false;
            if (text.Length > 0)
                return new(text, first, end, number);
        }
    }

    private async ValueTask<bool> ReadAsync(CancellationToken cancellation)
    {
        var isQuoted = false;
        var hasAny = false;
        while (at < filled || await FillAsync(cancellation))
        {
            hasAny = true;
            var sign = buffer[at++];
            end++;
            if (sign == '"')
                isQuoted ^= isTable;
            if (sign == '\n')
            {
                number++;
                if (!isQuoted || line.Length > Longest)
                    return true;
            }

            if (line.Length <= Longest)
                line.WriteByte(sign);
        }

        number += hasAny ? 1 : 0;
        return hasAny;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellation)
    {
        at = 0;
        filled = await file.ReadAsync(buffer, cancellation);
        return filled > 0;
    }

    // Spreadsheets in the North write windows-1252; what is UTF-8 says so by being valid.
    private string Decode(bool isFirst)
    {
        var bytes = line.GetBuffer().AsSpan(0, (int)line.Length);
        if (isFirst && bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
            bytes = bytes[3..];
        try
        {
            return Strict.GetString(bytes).Trim('\r', ' ', '\t');
        }
        catch (DecoderFallbackException)
        {
            return Western.GetString(bytes).Trim('\r', ' ', '\t');
        }
    }
}
