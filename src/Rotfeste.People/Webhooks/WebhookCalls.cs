using System.Net;
using System.Net.Http.Headers;
using NodaTime;
using Rotfeste.Platform.Http;

namespace Rotfeste.People.Webhooks;

/// <summary>What came of a call.</summary>
/// <param name="Trouble">None where it was taken.</param>
/// <param name="RetryAfter">How long it asks us to wait, or null.</param>
internal readonly record struct WebhookAnswer(WebhookTrouble Trouble, Duration? RetryAfter = null);

/// <summary>Calls webhooks through the guard. Redirects are not followed: the address is a secret of one server.</summary>
internal sealed class WebhookCalls(GuardedHttp guard) : IDisposable
{
    private readonly HttpClient http = new(guard.SecretsHandler, disposeHandler: false)
    {
        Timeout = TimeSpan.FromSeconds(20),
        MaxResponseContentBufferSize = 64 * 1024,
    };

    public async Task<WebhookAnswer> PostAsync(Uri address, byte[] json, CancellationToken cancellation)
    {
        using var content = new ByteArrayContent(json);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        try
        {
            using var answer = await http.PostAsync(address, content, cancellation);
            return new WebhookAnswer(Read(answer.StatusCode), Wait(answer.Headers.RetryAfter));
        }
        catch (AddressRefusedException)
        {
            return new WebhookAnswer(WebhookTrouble.AddressRefused);
        }
        catch (HttpRequestException broken)
        {
            // The guard's refusal may come wrapped.
            return new WebhookAnswer(broken.InnerException is AddressRefusedException ? WebhookTrouble.AddressRefused : WebhookTrouble.Unreachable);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new WebhookAnswer(WebhookTrouble.Unreachable);
        }
    }

    public void Dispose() => http.Dispose();

    internal static WebhookTrouble Read(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 => WebhookTrouble.None,
        429 => WebhookTrouble.Busy,
        401 or 403 or 404 or 410 => WebhookTrouble.Gone,
        408 or >= 500 => WebhookTrouble.Unreachable,
        _ => WebhookTrouble.Refused,
    };

    private static Duration? Wait(RetryConditionHeaderValue? wish) =>
        wish?.Delta is { } delta ? Duration.Min(Duration.FromTimeSpan(delta), Duration.FromHours(6)) : null;
}
