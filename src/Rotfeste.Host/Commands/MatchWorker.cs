using System.Text.Encodings.Web;
using System.Text.Json;
using Rotfeste.Matching;
using Rotfeste.Matching.Lines;

namespace Rotfeste.Host.Commands;

/// <summary>Holds the lines of one piece against the searches; its room is used again for the next.</summary>
internal sealed class MatchWorker(MatchIndex<string> index, byte[][] ids, PostFormat format)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly PostLine _line = new();
    private readonly Hits _found = new();
    private byte[] _output = new byte[64 * 1024];
    private int _length;

    /// <summary>A line of JSON for each post with a hit.</summary>
    public ReadOnlyMemory<byte> Output => _output.AsMemory(0, _length);

    public int Lines { get; private set; }

    public int Posts { get; private set; }

    /// <summary>Posts with a hit.</summary>
    public int Hits { get; private set; }

    /// <summary>Numbers of lines that could not be read, the first line of the piece being 1.</summary>
    public List<int> BadLines { get; } = [];

    public static byte[] Json(string text) => JsonSerializer.SerializeToUtf8Bytes(text, Plain);

    public void Work(ReadOnlySpan<byte> piece)
    {
        (_length, Lines, Posts, Hits) = (0, 0, 0, 0);
        BadLines.Clear();
        while (!piece.IsEmpty)
        {
            var end = piece.IndexOf((byte)'\n');
            Line(end < 0 ? piece : piece[..end]);
            piece = end < 0 ? [] : piece[(end + 1)..];
        }
    }

    private void Line(ReadOnlySpan<byte> line)
    {
        Lines++;
        var kind = _line.Read(line, format);
        if (kind == LineKind.Bad)
            BadLines.Add(Lines);
        if (kind != LineKind.Post)
            return;
        Posts++;
        if (index.Match(_line.Post, _found) == 0)
            return;
        Hits++;
        Write("{\"id\":"u8);
        Write(_line.Id);
        var before = ",\"searches\":["u8;
        foreach (var ordinal in _found.Ordinals)
        {
            Write(before);
            Write(ids[ordinal]);
            before = ","u8;
        }
        Write("]}\n"u8);
    }

    private void Write(ReadOnlySpan<byte> more)
    {
        if (_output.Length - _length < more.Length)
            Array.Resize(ref _output, Math.Max(_output.Length * 2, _length + more.Length));
        more.CopyTo(_output.AsSpan(_length));
        _length += more.Length;
    }
}
