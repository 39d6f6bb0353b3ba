using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Channels.Orders;
using Rotfeste.Networks;
using Rotfeste.Networks.Bluesky.Ids;
using Rotfeste.Networks.Bluesky.Posts;
using Rotfeste.Platform;
using Rotfeste.Platform.Data;

namespace Rotfeste.Channels.Bluesky;

/// <summary>Makes an order's exact record, once, and stores it before anything goes out.</summary>
internal sealed class RecordMaking(AppDb db, BlueskyCalls calls, BlueskyServers servers, TidSource keys, PictureFiles files, IClock clock)
{
    private const int MostMentions = 20;

    /// <summary>Null when the record is stored; else what hinders it.</summary>
    public async Task<SendVerdict?> MakeAsync(Channel channel, Item item, CancellationToken cancellation)
    {
        FaultPoint.Pass("send-before-record");
        ReplyRefs? reply = null;
        if (!item.AnswersNobody)
        {
            var place = await FindPlaceAsync(channel, item, cancellation);
            if (!place.IsOk)
                return SendVerdict.Of(place.Failure, mayBeThere: false);
            reply = place.Value.Reply;
            if (reply is null)
                return Gone(item);
        }

        var mentions = new Dictionary<Handle, Did>();
        foreach (var handle in PostRecord.MentionsIn(item.Text).Take(MostMentions))
        {
            var owner = await servers.At(new Uri(channel.Server)).ResolveHandle(handle, cancellation);
            if (owner.IsOk)
                mentions[handle] = owner.Value.Did;
            else if (owner.Failure.Kind is not (FailureKind.NotFound or FailureKind.Refused))
                return SendVerdict.Of(owner.Failure, mayBeThere: false);
        }

        var pictures = await files.UploadAsync(item, file => UploadAsync(channel, file, cancellation), cancellation);
        if (!pictures.IsOk)
            return SendVerdict.Of(pictures.Failure, mayBeThere: false);

        await StoreAsync(channel, item, new Place(reply), mentions, pictures.Value, cancellation);
        return null;
    }

    private async Task<Answer<DraftPicture>> UploadAsync(Channel channel, PictureFile file, CancellationToken cancellation)
    {
        var blob = await calls.CallAsync(
            channel.Key, (client, token) => client.UploadBlob(file.Content, file.Picture.Kind, token, cancellation), cancellation);
        return blob.IsOk ? new DraftPicture(blob.Value, file.Picture.AltText, file.Picture.Width, file.Picture.Height) : blob.Failure;
    }

    // The network's view can lag behind the post that we were just told of: one second look.
    private static SendVerdict Gone(Item item) => item.Reason == ItemReason.ParentGone
        ? new SendVerdict.No(ItemReason.ParentGone)
        : new SendVerdict.Wait(ItemReason.ParentGone);

    private async Task StoreAsync(
        Channel channel, Item item, Place place, Dictionary<Handle, Did> mentions, IReadOnlyList<DraftPicture> pictures, CancellationToken cancellation)
    {
        var uri = AtUri.Of(Did.Parse(channel.Account), AtUri.PostCollection, keys.Next().Value);
        var languages = item.Languages.Split(',', StringSplitOptions.RemoveEmptyEntries);
        var draft = new PostDraft(item.Text, languages, place.Reply, clock.GetCurrentInstant().ToDateTimeOffset()) { Pictures = pictures };
        item.Fix(uri.ToString(), PostRecord.Build(draft, mentions).Json.ToArray());
        FaultPoint.Pass("send-record-built");
        await db.SaveChangesAsync(cancellation);
        FaultPoint.Pass("send-record-stored");
    }

    // A server without a view of the network cannot tell; then the versions that we hold must do.
    private async Task<Answer<Place>> FindPlaceAsync(Channel channel, Item item, CancellationToken cancellation)
    {
        if (!AtUri.TryParse(item.RootUri, out var root) || !AtUri.TryParse(item.ParentUri, out var parent))
            return new Failure(FailureKind.Refused);

        AtUri[] asked = root == parent ? [parent] : [root, parent];
        var posts = await calls.CallAsync(channel.Key, (client, token) => client.GetPosts(asked, token, cancellation), cancellation);
        if (posts.Failure is { Kind: not (FailureKind.Refused or FailureKind.NotFound) } failure)
            return failure;

        var found = posts.Value?.Found.DistinctBy(p => p.Ref.Uri).ToDictionary(p => p.Ref.Uri, p => p.Ref);
        if (found is not null && !found.ContainsKey(parent))
            return Place.Gone;
        return RefOf(found, root, item.RootVersion) is { } first && RefOf(found, parent, item.ParentVersion) is { } answered
            ? new Place(new ReplyRefs(first, answered))
            : Place.Gone;
    }

    private static RecordRef? RefOf(Dictionary<AtUri, RecordRef>? found, AtUri uri, string version) =>
        RecordRef.TryParse(uri.ToString(), version, out var held) ? held : found?.GetValueOrDefault(uri);

    /// <summary>Where the reply belongs; null when what it answers is gone.</summary>
    private sealed record Place(ReplyRefs? Reply)
    {
        public static Place Gone { get; } = new((ReplyRefs?)null);
    }
}
