using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Channels.Protocols;
using Rotfeste.Networks.Bluesky.Ids;
using Rotfeste.Networks.Bluesky.Notifications;
using Rotfeste.Networks.Text;

namespace Rotfeste.Channels.Bluesky;

/// <summary>What can be known of Bluesky without asking it.</summary>
internal sealed class BlueskyProtocol : Protocol
{
    public override string Name => Channel.Bluesky;

    public override string Title => "Bluesky";

    public override NetworkLimits UsualLimits { get; } = new(TextLimit.BlueskyPost.Graphemes, LettersPerLink: 0, LongestAltText: 2_000);

    public override bool Owns(string postUri) => postUri.StartsWith("at://", StringComparison.Ordinal);

    public override NetworkPost? Read(string raw) => Notification.TryParse(raw, out var notification) ? PostReading.Of(notification) : null;

    public override TextSize Measure(string text, NetworkLimits limits)
    {
        var measure = TextMeasure.Of(text, TextLimit.BlueskyPost);
        return new TextSize(measure.Graphemes, measure.Limit.Graphemes, measure.Bytes, measure.Limit.Bytes);
    }

    public override string ProfileOf(Channel channel) => WebLinks.Public.Profile(Did.Parse(channel.Account)).ToString();

    public override string? WebLinkOf(string postUri) => WebAddress.Of(postUri);

    public override LinkedPost? ReadLink(string link) => WebAddress.Read(link);
}
