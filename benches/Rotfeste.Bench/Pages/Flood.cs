using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Rotfeste.Analysis;

namespace Rotfeste.Bench.Pages;

/// <summary>
/// Many connections that ask again as soon as they are answered. Bare sockets, because a whole HTTP client would take from
/// the product the processors that they share.
/// </summary>
internal sealed class Flood(Uri address, string cookie, IReadOnlyList<string> paths)
{
    private long bytes;
    private long all;
    private bool counts;
    private bool over;

    public LatencyRecorder Times { get; } = new();

    public double BytesEach => (double)Interlocked.Read(ref bytes) / Times.Count;

    /// <summary>Answers, those of the warming up too.</summary>
    public long All => Interlocked.Read(ref all);

    /// <summary>Answers a second.</summary>
    public double Rate { get; private set; }

    public async Task RunAsync(int connections, TimeSpan warm, TimeSpan length)
    {
        var asking = Enumerable.Range(0, connections).Select(n => Task.Run(() => AskAsync(n))).ToList();
        await Task.WhenAny(Task.Delay(warm), Task.WhenAny(asking));
        var watch = Stopwatch.StartNew();
        Volatile.Write(ref counts, true);
        await Task.WhenAny(Task.Delay(length), Task.WhenAny(asking));
        Rate = Times.Count / watch.Elapsed.TotalSeconds;
        Volatile.Write(ref over, true);
        await Task.WhenAll(asking);
    }

    private async Task AskAsync(int number)
    {
        var requests = paths.Select(p => Encoding.ASCII.GetBytes(
            $"GET {p} HTTP/1.1\r\nHost: {address.Authority}\r\nAccept: text/html\r\nCookie: {cookie}\r\n\r\n")).ToArray();
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, address.Port);
        var buffer = new byte[1024 * 1024];
        for (var turn = number; !Volatile.Read(ref over); turn++)
        {
            var began = Stopwatch.GetTimestamp();
            await socket.SendAsync(requests[turn % requests.Length]);
            var length = await AnswerAsync(socket, buffer);
            Interlocked.Increment(ref all);
            if (!Volatile.Read(ref counts))
                continue;
            Times.Record(Stopwatch.GetElapsedTime(began));
            Interlocked.Add(ref bytes, length);
        }
    }

    // Nothing is asked before the answer is whole, so an answer ends where the bytes end.
    private static async Task<int> AnswerAsync(Socket socket, byte[] buffer)
    {
        var length = 0;
        while (true)
        {
            var more = await socket.ReceiveAsync(buffer.AsMemory(length));
            if (more == 0)
                throw new InvalidOperationException("The product closed a connection.");
            length += more;
            var answer = buffer.AsSpan(0, length);
            if (!answer.EndsWith("\r\n0\r\n\r\n"u8) && !IsWhole(answer))
                continue;
            return answer.StartsWith("HTTP/1.1 200"u8)
                ? length
                : throw new InvalidOperationException($"The product answered {Encoding.ASCII.GetString(answer[..Math.Min(200, length)])}");
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        var mark = answer.IndexOf("\r\nContent-Length: "u8);
        if (head < 0 || mark < 0 || mark > head)
            return false;
        var number = answer[(mark + 18)..];
        return int.TryParse(number[..number.IndexOf((byte)'\r')], out var size) && answer.Length == head + 4 + size;
    }
}
