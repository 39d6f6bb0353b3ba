using System.Net.Http.Headers;
using Rotfeste.Networks.Mastodon.Rest;
using Rotfeste.Networks.Mastodon.Statuses;

namespace Rotfeste.Networks.Mastodon;

public sealed partial class MastodonClient
{
    /// <summary>
    /// Posts a status. Where the server knows Idempotency-Key, the same key within an hour gives the same status; not all do, so when
    /// MayHaveHappened is set look at <see cref="AccountStatuses"/> before sending again.
    /// </summary>
    /// <param name="draftJson">Bytes of <see cref="StatusDraft.ToJson"/>, as stored.</param>
    /// <param name="key">Stays the same for every try of this status.</param>
    /// <param name="accessToken">The account's.</param>
    /// <param name="cancel">Stops waiting; what was sent may still happen.</param>
    public Task<Answer<Status>> PostStatus(byte[] draftJson, string key, string accessToken, CancellationToken cancel) => _transport.Send(
        new(HttpMethod.Post, "/api/v1/statuses", Purpose.Write)
        {
            Body = () => new ByteArrayContent(draftJson) { Headers = { ContentType = new("application/json") } },
            IdempotencyKey = key,
            Token = accessToken,
        },
        Status.Read,
        cancel);

    /// <summary>Deletes a status of the account's own. NotFound when it is gone already, or the server cannot.</summary>
    public Task<Answer<Done>> DeleteStatus(string id, string accessToken, CancellationToken cancel) =>
        _transport.Send(new(HttpMethod.Delete, $"/api/v1/statuses/{Part(id)}", Purpose.Write) { Token = accessToken }, AnyObject, cancel);

    /// <summary>Uploads a picture; it is nowhere to be seen until a status names it, and forgotten by the server where none does.</summary>
    /// <param name="content">The file.</param>
    /// <param name="kind">"image/jpeg" or the like.</param>
    /// <param name="alt">For those who do not see it.</param>
    /// <param name="accessToken">The account's.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Answer<Media>> UploadMedia(byte[] content, string kind, string alt, string accessToken, CancellationToken cancel) => _transport.Send(
        new(HttpMethod.Post, "/api/v2/media", Purpose.Write) { Body = () => Upload(content, kind, alt), Token = accessToken }, Media.Read, cancel);

    /// <summary>An uploaded picture: asked again while it was not ready.</summary>
    public Task<Answer<Media>> GetMedia(string id, string accessToken, CancellationToken cancel) =>
        _transport.Send(new(HttpMethod.Get, $"/api/v1/media/{Part(id)}", Purpose.Read) { Token = accessToken }, Media.Read, cancel);

    private static MultipartFormDataContent Upload(byte[] content, string kind, string alt)
    {
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue(kind);
        return new MultipartFormDataContent
        {
            { file, "\"file\"", $"\"picture.{kind[(kind.IndexOf('/', StringComparison.Ordinal) + 1)..]}\"" },
            { new StringContent(alt), "\"description\"" },
        };
    }
}
