using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Rotfeste.Platform.Http;

/// <summary>An address was refused because it is not on the open internet.</summary>
public sealed class AddressRefusedException(string host)
    : HttpRequestException($"{host} is a private address and is not opened by ROTFESTE_OPEN_HOSTS.")
{
    /// <summary>Host as it was asked for.</summary>
    public string Host { get; } = host;
}

/// <summary>
/// The one way out. Each connection is checked when it is made, after DNS and after every redirect, so that no name
/// can lead inside.
/// </summary>
public sealed class GuardedHttp : IDisposable
{
    /// <summary>Name of the HttpClient that goes through the guard.</summary>
    public const string ClientName = "guarded";

    private readonly HashSet<string> opened;

    /// <summary>Makes the guard with the hosts that the installation has opened.</summary>
    public GuardedHttp(Settings settings)
    {
        opened = new(settings.OpenedHosts, StringComparer.OrdinalIgnoreCase);
        Handler = Guarded(followsRedirects: true);
        SecretsHandler = Guarded(followsRedirects: false);
        Invoker = new HttpMessageInvoker(Handler, disposeHandler: false);
    }

    /// <summary>The guarded handler; shared, never disposed by its users.</summary>
    public SocketsHttpHandler Handler { get; }

    /// <summary>The same for calls that carry secrets: it follows no redirect, so they go to no other server.</summary>
    public SocketsHttpHandler SecretsHandler { get; }

    /// <summary>For web sockets.</summary>
    public HttpMessageInvoker Invoker { get; }

    /// <summary>A client through the guard: 30 s, a User-Agent, at most 8 MB an answer.</summary>
    public HttpClient Client()
    {
        var client = new HttpClient(Handler, disposeHandler: false)
        {
            Timeout = TimeSpan.FromSeconds(30),
            MaxResponseContentBufferSize = 8 * 1024 * 1024,
        };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Rotfeste", "1.0"));
        return client;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Invoker.Dispose();
        Handler.Dispose();
        SecretsHandler.Dispose();
    }

    private SocketsHttpHandler Guarded(bool followsRedirects) => new()
    {
        ConnectCallback = ConnectAsync,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        AutomaticDecompression = DecompressionMethods.All,
        AllowAutoRedirect = followsRedirects,
        MaxAutomaticRedirections = 5,
        UseProxy = false,
        UseCookies = false,
    };

    private bool IsOpened(DnsEndPoint end) => opened.Contains(end.Host) || opened.Contains($"{end.Host}:{end.Port}");

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var end = context.DnsEndPoint;
        var addresses = IPAddress.TryParse(end.Host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(end.Host, cancellation);
        var allowed = IsOpened(end) ? addresses : Array.FindAll(addresses, a => !PrivateAddresses.Contains(a));
        if (allowed.Length == 0)
            throw new AddressRefusedException(end.Host);

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, end.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
