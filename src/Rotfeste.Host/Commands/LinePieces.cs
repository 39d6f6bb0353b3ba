using System.Buffers;
using System.Runtime.CompilerServices;

namespace Rotfeste.Host.Commands;

/// <summary>Cuts a stream into pieces of whole lines, as they come in. A line of any length is held; a byte order mark at the start falls off.</summary>
internal static class LinePieces
{
    private const int Size = 512 * 1024;
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    public static async IAsyncEnumerable<ArraySegment<byte>> OfAsync(Stream input, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Size);
        var length = 0;
        var isFirst = true;
        while (true)
        {
            if (length == buffer.Length)
                buffer = Larger(buffer, length);
            var read = await input.ReadAsync(buffer.AsMemory(length), cancellation);
            var searched = length;
            length += read;
            if (read == 0 && length == 0)
                yield break;
            var end = read == 0 ? length : searched + buffer.AsSpan(searched, read).LastIndexOf((byte)'\n') + 1;
            if (end == searched && read > 0)
                continue;
            var next = ArrayPool<byte>.Shared.Rent(Math.Max(Size, length - end));
            buffer.AsSpan(end, length - end).CopyTo(next);
            var start = isFirst && buffer.AsSpan(0, end).StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
            isFirst = false;
            yield return new(buffer, start, end - start);
            (buffer, length) = (next, length - end);
            if (read == 0)
                yield break;
        }
    }

    public static void GiveBack(ArraySegment<byte> piece) => ArrayPool<byte>.Shared.Return(piece.Array!);

    private static byte[] Larger(byte[] buffer, int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
