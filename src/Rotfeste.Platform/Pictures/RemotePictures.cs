using Rotfeste.Platform.Blobs;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Http;

namespace Rotfeste.Platform.Pictures;

/// <summary>Pictures from outside: fetched once through the guard, kept, and forgotten when their post is.</summary>
public sealed class RemotePictures(IBlobs blobs, GuardedHttp http)
{
    private const int Largest = 5 * 1024 * 1024;
    private const int AtOnce = 8;
    private static readonly TimeSpan LongestFetch = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim turns = new(AtOnce, AtOnce);

    /// <summary>Erases kept copies: the posts they belonged to are gone at the network.</summary>
    public async Task ForgetAsync(OrganisationId organisation, IEnumerable<string> addresses, CancellationToken cancellation)
    {
        foreach (var address in addresses)
            await blobs.ForgetAsync(organisation, address, cancellation);
    }

    /// <summary>The picture, or null where it cannot be had: gone, too large, no picture, or an address that we do not reach.</summary>
    public async Task<byte[]?> FindAsync(OrganisationId organisation, string address, CancellationToken cancellation)
    {
        if (await blobs.NamedAsync(organisation, address, cancellation) is { } hash
            && await blobs.FindAsync(organisation, hash, cancellation) is { } kept)
        {
            return kept;
        }

        if (await FetchAsync(address, cancellation) is not { } fetched || PictureKind.Of(fetched) is null)
            return null;
        var stored = await blobs.KeepAsync(organisation, fetched, cancellation);
        await blobs.NameAsync(organisation, address, stored, cancellation);
        return fetched;
    }

    private async Task<byte[]?> FetchAsync(string address, CancellationToken cancellation)
    {
        await turns.WaitAsync(cancellation);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(LongestFetch);
        try
        {
            using var client = http.Client();
            client.MaxResponseContentBufferSize = Largest;
            using var answer = await client.GetAsync(address, limit.Token);
            return answer.IsSuccessStatusCode ? await answer.Content.ReadAsByteArrayAsync(limit.Token) : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            turns.Release();
        }
    }
}
