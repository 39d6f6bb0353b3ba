using System.Text;

namespace Rotfeste.Networks.Mastodon.Streams;

/// <summary>Lines of a stream without end, each bounded.</summary>
internal static class BoundedLines
{
    private const int Longest = 2 * 1024 * 1024;

    /// <exception cref="IOException">A line is longer than any true one.</exception>
    public static async IAsyncEnumerable<string> ReadAsync(Stream stream, TimeSpan patience, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        var (line, piece) = (new StringBuilder(), new char[4096]);
        while (true)
        {
            // A stream that gives no sign of life is dead, whatever its connection believes.
            var read = await reader.ReadAsync(piece.AsMemory(), cancel).AsTask().WaitAsync(patience, cancel).ConfigureAwait(false);
            if (read == 0) yield break;
            for (var at = 0; at < read; at++)
            {
                if (piece[at] == '\n')
                {
                    yield return line.ToString().TrimEnd('\r');
                    line.Clear();
                }
                else if (line.Append(piece[at]).Length > Longest)
                {
                    throw new IOException("A line without end.");
                }
            }
        }
    }
}
