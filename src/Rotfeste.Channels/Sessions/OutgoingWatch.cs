using Rotfeste.Platform;
using Rotfeste.Platform.Http;

namespace Rotfeste.Channels.Sessions;

/// <summary>Remembers that an address was refused by our own guard, which the client reports as any other lost connection.</summary>
internal sealed class OutgoingWatch(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    public bool AddressRefused { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (request.Method == HttpMethod.Post && request.RequestUri?.AbsolutePath is { } path && IsPosting(path))
                FaultPoint.Pass("send-after-request");
            return response;
        }
        catch (HttpRequestException broken) when (broken is AddressRefusedException || broken.InnerException is AddressRefusedException)
        {
            AddressRefused = true;
            throw;
        }
    }

    private static bool IsPosting(string path) => path.EndsWith(".putRecord", StringComparison.Ordinal) || path == "/api/v1/statuses";
}
