using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Platform.Blobs;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Pictures;

namespace Rotfeste.Dialogue.Exports;

/// <summary>The pictures of one conversation on their way into a package.</summary>
internal sealed class FolderPictures(RemotePictures remote, IBlobs blobs, OrganisationId organisation, IClock clock, Instant deadline)
{
    private readonly List<(string File, byte[] Content)> files = [];

    public IReadOnlyList<(string File, byte[] Content)> Files => files;

    /// <summary>One from outside: fetched unless it lies here already, as long as there is time.</summary>
    public async Task<ArchivedPicture> RemoteAsync(string address, string altText, CancellationToken cancellation) =>
        Add(address.Length == 0 || clock.GetCurrentInstant() > deadline ? null : await remote.FindAsync(organisation, address, cancellation), altText);

    /// <summary>One of ours.</summary>
    public async Task<ArchivedPicture> OwnAsync(string hash, string altText, CancellationToken cancellation) =>
        Add(await blobs.FindAsync(organisation, hash, cancellation), altText);

    private ArchivedPicture Add(byte[]? content, string altText)
    {
        if (content is null || PictureKind.Of(content) is not { } kind)
            return new ArchivedPicture(null, altText);

        var file = $"pictures/{files.Count + 1:000}.{kind["image/".Length..]}";
        files.Add((file, content));
        return new ArchivedPicture(file, altText);
    }
}

/// <summary>What goes into a package of one conversation.</summary>
internal sealed record ConversationFolder(ConversationId Conversation, int UpTo, ArchivedConversation Record, IReadOnlyList<(string File, byte[] Content)> Pictures);
