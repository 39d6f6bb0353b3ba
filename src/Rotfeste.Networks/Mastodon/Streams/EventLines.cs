using System.Text;

namespace Rotfeste.Networks.Mastodon.Streams;

/// <summary>Puts server-sent events together, line by line. Source: the HTML standard, event streams; only what servers of this kind send.</summary>
internal sealed class EventLines
{
    private const int Longest = 2 * 1024 * 1024;
    private readonly StringBuilder _data = new();
    private string _name = "";

    /// <summary>Takes a line; gives an event where it ends one, or a sign of life for a comment.</summary>
    /// <exception cref="IOException">The event is larger than any true one.</exception>
    public StreamNote? Take(string line)
    {
        if (line.Length == 0) return End();
        if (line[0] == ':') return new(StreamNoteKind.Other, "");
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var (field, value) = colon < 0 ? (line, "") : (line[..colon], line[(colon + 1)..].TrimStart(' '));
        if (field == "event") _name = value;
        if (field == "data") _data.Append(_data.Length > 0 ? "\n" : "").Append(value);
        return _data.Length > Longest ? throw new IOException("An event without end.") : null;
    }

    private StreamNote? End()
    {
        var note = _name.Length == 0 && _data.Length == 0 ? null : StreamNote.Of(_name, _data.ToString());
        _name = "";
        _data.Clear();
        return note;
    }
}
