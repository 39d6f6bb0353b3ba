using System.Text.Json;
using Rotfeste.Networks.Bluesky.Ids;
using Rotfeste.Networks.Bluesky.Posts;
using Rotfeste.Networks.Bluesky.Xrpc;
using Rotfeste.Networks.Json;

namespace Rotfeste.Networks.Bluesky;

public sealed partial class BlueskyClient
{
    /// <summary>A record as its server keeps it. NotFound when it is not there.</summary>
    /// <param name="record">Its address.</param>
    /// <param name="accessToken">Null to ask as a stranger: records are public.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Answer<StoredRecord>> GetRecord(AtUri record, string? accessToken, CancellationToken cancel) =>
        _transport.Send(
            new("com.atproto.repo.getRecord", Purpose.Read)
            {
                Query = [("repo", record.Repo.Value), ("collection", record.Collection), ("rkey", record.Key)],
                Token = accessToken,
            },
            StoredRecord.Read,
            cancel);

    /// <summary>
    /// Writes a new record under a key chosen beforehand. Repeating the same bytes is harmless: the server answers as the first time.
    /// InvalidSwap means that the key holds other content. When MayHaveHappened is set, repeat byte for byte.
    /// </summary>
    /// <param name="record">Its address in the account's own repository.</param>
    /// <param name="recordJson">The record exactly as stored, valid JSON in UTF-8.</param>
    /// <param name="accessToken">The account's.</param>
    /// <param name="cancel">Stops waiting; what was sent may still happen.</param>
    public Task<Answer<RecordRef>> PutRecord(AtUri record, ReadOnlyMemory<byte> recordJson, string accessToken, CancellationToken cancel) =>
        _transport.Send(
            new("com.atproto.repo.putRecord", Purpose.Write) { Body = RecordBody(record, recordJson), Token = accessToken },
            json => RecordRef.TryParse(json.Text("uri"), json.Text("cid"), out var written) ? written : null,
            cancel);

    /// <summary>Deletes a record; deleting one that is not there succeeds too.</summary>
    public Task<Answer<Done>> DeleteRecord(AtUri record, string accessToken, CancellationToken cancel) =>
        _transport.Send(
            new("com.atproto.repo.deleteRecord", Purpose.Write) { Body = RecordBody(record, null), Token = accessToken },
            json => json.ValueKind is JsonValueKind.Object or JsonValueKind.Undefined ? Done.It : null,
            cancel);

    /// <summary>Uploads a picture; it is nowhere to be seen until a record names it, and forgotten by the server where none does.</summary>
    /// <param name="content">The file, at most 2,000,000 bytes.</param>
    /// <param name="kind">"image/jpeg" or the like.</param>
    /// <param name="accessToken">The account's.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Answer<UploadedBlob>> UploadBlob(byte[] content, string kind, string accessToken, CancellationToken cancel) =>
        _transport.Send(
            new("com.atproto.repo.uploadBlob", Purpose.Write) { Body = content, BodyKind = kind, Token = accessToken }, UploadedBlob.Read, cancel);

    private static byte[] RecordBody(AtUri record, ReadOnlyMemory<byte>? content)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("repo", record.Repo.Value);
            json.WriteString("collection", record.Collection);
            json.WriteString("rkey", record.Key);
            if (content is { } exact)
            {
                json.WriteNull("swapRecord");
                json.WritePropertyName("record");
                json.WriteRawValue(exact.Span);
            }

            json.WriteEndObject();
        }

        return bytes.ToArray();
    }
}
