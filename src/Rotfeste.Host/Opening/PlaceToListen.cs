using System.Net;
using System.Net.Sockets;

namespace Rotfeste.Host.Opening;

/// <summary>The address and port that the server wants, tried before anything is opened: one plain line when it cannot be had.</summary>
internal static class PlaceToListen
{
    /// <exception cref="OpeningRefusedException">Taken, not allowed, or not an address of this machine.</exception>
    public static void RefuseTaken(string listen, int port)
    {
        if (!IPAddress.TryParse(listen, out var address))
            throw new OpeningRefusedException($"--listen takes an IP address, such as 127.0.0.1 or 0.0.0.0, and not {listen}.");
        if (port is < 0 or > ushort.MaxValue)
            throw new OpeningRefusedException($"{port} is no port. Choose one from 1 to 65535 with --port.");

        using var trial = new TcpListener(address, port);
        try
        {
            trial.Start();
        }
        catch (SocketException cause)
        {
            throw new OpeningRefusedException(cause.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => $"Port {port} is taken. Choose another with --port.",
                SocketError.AccessDenied => $"Port {port} may not be opened by this user. Choose one above 1023 with --port.",
                _ => $"Nothing can listen on {listen}, port {port}: {cause.Message}. Choose an address of this machine with --listen.",
            });
        }
    }
}
