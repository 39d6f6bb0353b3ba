using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Rotfeste.Bench.Ingest;

/// <summary>
/// An event as the wire has it, ready but for author, key and times, which are written into it each time it is sent: making
/// text for every event would cost the product's processors more than the product itself.
/// </summary>
internal sealed class Frame
{
    public const string Author = "aaaaaaaaaaaaaaaaaaaaaaaa";
    public const string Key = "kkkkkkkkkkkkk";
    public const string Micros = "1111111111111111";
    public const string Created = "2000-01-01T00:00:00.000Z";
    private readonly byte[] bytes;
    private readonly int author;
    private readonly int key;
    private readonly int micros;
    private readonly int created;

    public Frame(string json)
    {
        bytes = Encoding.UTF8.GetBytes(json);
        (author, key, micros, created) = (At(Author), At(Key), At(Micros), At(Created));
    }

    public int Length => bytes.Length;

    public ReadOnlyMemory<byte> With(ReadOnlySpan<byte> byAuthor, ReadOnlySpan<byte> underKey, DateTime at)
    {
        byAuthor.CopyTo(bytes.AsSpan(author));
        if (key >= 0)
            underKey.CopyTo(bytes.AsSpan(key));
        Utf8Formatter.TryFormat((at - DateTime.UnixEpoch).Ticks / 10, bytes.AsSpan(micros), out _);
        if (created >= 0)
            at.TryFormat(bytes.AsSpan(created), out _, "yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        return bytes;
    }

    private int At(string mark) => bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(mark));
}
