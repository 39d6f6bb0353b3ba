using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Channels.Orders;
using Rotfeste.Networks;
using Rotfeste.Networks.Mastodon.Statuses;
using Rotfeste.Networks.Text;
using Rotfeste.Platform;
using Rotfeste.Platform.Data;

namespace Rotfeste.Channels.Mastodon;

/// <summary>Makes an order's exact request, once, and stores it before anything goes out.</summary>
internal sealed class StatusMaking(AppDb db, MastodonCalls calls, PictureFiles files)
{
    private const int MostLooks = 20;
    private static readonly TimeSpan LookPause = TimeSpan.FromSeconds(1);

    /// <summary>Null when the request is stored; else what hinders it.</summary>
    public async Task<SendVerdict?> MakeAsync(Channel channel, Item item, CancellationToken cancellation)
    {
        FaultPoint.Pass("send-before-record");
        Status? parent = null;
        if (!item.AnswersNobody)
        {
            var found = await ParentAsync(channel, item, cancellation);
            if (found.Failure is { Kind: FailureKind.NotFound })
                return Gone(item);
            if (!found.IsOk)
                return SendVerdict.Of(found.Failure, mayBeThere: false);
            parent = found.Value;
        }

        var media = await files.UploadAsync(item, file => UploadAsync(channel, file, cancellation), cancellation);
        if (!media.IsOk)
            return SendVerdict.Of(media.Failure, mayBeThere: false);

        item.Fix(null, (DraftOf(channel, item, parent) with { Media = media.Value.ConvertAll(m => m.Id) }).ToJson());
        FaultPoint.Pass("send-record-built");
        await db.SaveChangesAsync(cancellation);
        FaultPoint.Pass("send-record-stored");
        return null;
    }

    /// <summary>What goes out: it is seen by those who saw the question, warned of as it was, and in its language. What was not for everybody is answered to its author alone.</summary>
    internal static StatusDraft DraftOf(Channel channel, Item item, Status? parent)
    {
        var language = item.Languages.Split(',', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        var text = PlainText.Clean(item.Text);
        if (parent is null)
            return new StatusDraft(text, null, Visibility.Public, "", language, []);

        var question = StatusReading.Of(parent, new Uri(channel.Server), channel.Handle[(channel.Handle.LastIndexOf('@') + 1)..], null);
        return new StatusDraft(
            TextRules.OpeningOf(question) + text, parent.Id, ThreadRoots.IsPrivate(parent) ? Visibility.Direct : parent.Visibility,
            question.Warning ?? "", parent.Language ?? language, []);
    }

    private async Task<Answer<Status>> ParentAsync(Channel channel, Item item, CancellationToken cancellation) =>
        StatusAddress.TryParse(item.ParentUri, out _, out var id)
            ? await calls.CallAsync(channel.Key, (client, token) => client.GetStatus(id, token, cancellation), cancellation)
            : new Failure(FailureKind.Refused);

    // Servers take a picture in at once, and may work on it for a while: a status that names it before is refused.
    private async Task<Answer<Media>> UploadAsync(Channel channel, PictureFile file, CancellationToken cancellation)
    {
        var media = await calls.CallAsync(
            channel.Key, (client, token) => client.UploadMedia(file.Content, file.Picture.Kind, file.Picture.AltText, token, cancellation), cancellation);
        for (var looks = 0; media is { IsOk: true, Value.IsReady: false } && looks < MostLooks; looks++)
        {
            await Task.Delay(LookPause, cancellation);
            var id = media.Value.Id;
            media = await calls.CallAsync(channel.Key, (client, token) => client.GetMedia(id, token, cancellation), cancellation);
        }

        return media is { IsOk: true, Value.IsReady: false } ? new Failure(FailureKind.TimedOut) : media;
    }

    // A server's view can lag behind what we were just told of: one second look.
    private static SendVerdict Gone(Item item) => item.Reason == ItemReason.ParentGone
        ? new SendVerdict.No(ItemReason.ParentGone)
        : new SendVerdict.Wait(ItemReason.ParentGone);
}
