using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Conversations;

namespace Rotfeste.Dialogue.ByHand;

/// <summary>What was said elsewhere, as a person carries it in.</summary>
/// <param name="Link">Where it stands, or "".</param>
/// <param name="Place">Where it was said, as people call it; "" where the link says it.</param>
/// <param name="Name">Who said it, or "".</param>
/// <param name="Text">The words.</param>
/// <param name="IsClosed">It was not said in public: a letter, the counter.</param>
internal sealed record CarriedWords(string Link, string Place, string Name, string Text, bool IsClosed)
{
    public const int LongestText = 20_000;
    public const int LongestPlace = 60;
    public const int LongestName = 100;
    public const int LongestLink = 2_000;

    public static CarriedWords Empty { get; } = new("", "", "", "", false);

    /// <summary>Cleaned and bounded, whoever sent it.</summary>
    public static CarriedWords From(string? link, string? place, string? name, string? text, bool isClosed) => new(
        Line(link, LongestLink), Line(place, LongestPlace), Line(name, LongestName),
        Shortened.Of(AnswerText.Clean(text?.Replace("\0", "", StringComparison.Ordinal)), LongestText), isClosed);

    public bool HasGoodLink => SafeLink is not null;

    /// <summary>As Listening stores it.</summary>
    public NetworkPost ToPost(Instant at)
    {
        var page = SafeLink is { } link ? new Uri(link) : null;
        var thread = page is null ? HandChannel.NewUri() : HandChannel.PageUri(page);
        var place = Place.Length > 0 ? Place : page?.Host ?? "";

        // Two without a name are two persons, unless they said the same in the same place.
        var account = Name.Length > 0 ? $"{place}/{Name}".ToLowerInvariant() : HandChannel.PostUri(thread, "", Text);
        var root = new PostReference(thread, "");
        return Post(place, HandChannel.PostUri(thread, account, Text), new NetworkAuthor(account, "", Name), Text, at, root, SafeLink, IsClosed);
    }

    /// <summary>More words of the one who wrote before.</summary>
    public static NetworkPost Following(NetworkPost before, string text, Instant at)
    {
        var thread = before.ReplyRoot ?? new PostReference(before.Uri, "");
        return Post(
            HandChannel.PlaceOf(before.Network) ?? before.Network, HandChannel.NewUri(), before.Author, text, at, thread, null,
            before.IsPrivate);
    }

    private string? SafeLink => Turns.SafeLink.Of(Link);

    private static NetworkPost Post(
        string place, string uri, NetworkAuthor author, string text, Instant at, PostReference root, string? link, bool isClosed) =>
        new(HandChannel.NetworkOf(place), uri, "", link, author, text, false, [], at, root, null, null, [], [], [], null)
        {
            Audience = isClosed ? PostAudience.Direct : PostAudience.Everyone,
        };

    private static string Line(string? typed, int most) =>
        Shortened.Of(string.Join(' ', (typed ?? "").Split((char[])[' ', '\n', '\r', '\t', '\0'], StringSplitOptions.RemoveEmptyEntries)), most);
}
