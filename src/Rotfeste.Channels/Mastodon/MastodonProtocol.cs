using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Channels.Protocols;
using Rotfeste.Networks.Mastodon.Text;

namespace Rotfeste.Channels.Mastodon;

/// <summary>What can be known of Mastodon, and of servers that speak as it does, without asking.</summary>
internal sealed class MastodonProtocol : Protocol
{
    public override string Name => Channel.Mastodon;

    public override string Title => "Mastodon";

    public override NetworkLimits UsualLimits { get; } = new(MostLetters: 500, LettersPerLink: 23, LongestAltText: 1_500);

    public override bool Owns(string postUri) => StatusAddress.TryParse(postUri, out _, out _);

    public override NetworkPost? Read(string raw) => MastodonEvent.TryParse(raw)?.ToPost();

    public override TextSize Measure(string text, NetworkLimits limits) =>
        new(StatusMeasure.Of(text, limits.LettersPerLink), limits.MostLetters, System.Text.Encoding.UTF8.GetByteCount(text), int.MaxValue);

    public override LinkedPost? ReadLink(string link) => StatusAddress.Read(link);

    public override string ProfileOf(Channel channel) => channel.Account;

    /// <summary>An answer names whom it answers: nobody is told of it otherwise. A neighbour at the same server is named without the server.</summary>
    public override string OpeningOf(NetworkPost question)
    {
        var handle = question.Author.Handle;
        if (handle.Length == 0)
            return "";
        var at = handle.LastIndexOf('@');
        var isNeighbour = at > 0 && StatusAddress.TryParse(question.Uri, out var server, out _) && handle[(at + 1)..] == server.Authority;
        return $"@{(isNeighbour ? handle[..at] : handle)} ";
    }
}
