using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Rotfeste.Networks.Json;
using Rotfeste.Networks.Mastodon.Accounts;
using Rotfeste.Networks.Mastodon.Text;

namespace Rotfeste.Networks.Mastodon.Statuses;

/// <summary>Who can see a status.</summary>
public enum Visibility
{
    /// <summary>Everybody.</summary>
    Public,

    /// <summary>Everybody who finds it, but it is in no public list.</summary>
    Unlisted,

    /// <summary>The author's followers, or as some servers say it, those who are named.</summary>
    Private,

    /// <summary>Those who are named.</summary>
    Direct,
}

/// <summary>A picture, film or sound at a status.</summary>
/// <param name="IsPicture">Shown as a picture.</param>
/// <param name="Preview">Small form, or null.</param>
/// <param name="Address">The file, or null.</param>
/// <param name="Alt">The author's words for those who do not see it; can be empty.</param>
public sealed record Attachment(bool IsPicture, Uri? Preview, Uri? Address, string Alt);

/// <summary>An account that a status names.</summary>
/// <param name="Acct">As the server writes it.</param>
/// <param name="Url">Its profile page.</param>
public sealed record MentionedAccount(string Acct, Uri Url);

/// <summary>A web page shown as a card.</summary>
/// <param name="Address">The page.</param>
/// <param name="Title">Its title; can be empty.</param>
public sealed record Card(Uri Address, string Title);

/// <summary>A post as a server shows it. Texts and names are from outside: hostile until encoded.</summary>
/// <param name="Id">The server's own id; opaque.</param>
/// <param name="Uri">The network's name for it, the same at every server.</param>
/// <param name="Url">Where a person reads it, or null.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Text">The words, taken out of their HTML.</param>
/// <param name="Links">Addresses that the words lead to, in order.</param>
/// <param name="Warning">What is said before the words are shown; empty when nothing is.</param>
/// <param name="Visibility">Who can see it.</param>
/// <param name="Language">Tag, or null.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="EditedAt">UTC, or null.</param>
/// <param name="InReplyTo">Id of what it answers, or null.</param>
/// <param name="Mentions">Accounts named.</param>
/// <param name="Tags">Without "#".</param>
/// <param name="Attachments">At most 20.</param>
/// <param name="Card">The page it leads to, or null.</param>
/// <param name="Favourites">Count.</param>
/// <param name="Boosted">It only passes on another's status.</param>
/// <param name="Raw">The whole status as JSON; <see cref="TryParse"/> reads it again.</param>
public sealed record Status(
    string Id, string Uri, Uri? Url, Account Author, string Text, IReadOnlyList<Uri> Links, string Warning, Visibility Visibility,
    string? Language, DateTimeOffset CreatedAt, DateTimeOffset? EditedAt, string? InReplyTo, IReadOnlyList<MentionedAccount> Mentions,
    IReadOnlyList<string> Tags, IReadOnlyList<Attachment> Attachments, Card? Card, int Favourites, bool Boosted, string Raw)
{
    /// <summary>Ids as servers give them: short, without anything that would change an address.</summary>
    public static bool IsId([NotNullWhen(true)] string? id) =>
        id is { Length: > 0 and <= 200 } && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && id != "-";

    /// <summary>Reads what <see cref="Raw"/> held; false when it is no status.</summary>
    public static bool TryParse(string raw, [NotNullWhen(true)] out Status? status)
    {
        status = null;
        try
        {
            using var json = JsonDocument.Parse(JsonMending.Mend(Encoding.UTF8.GetBytes(raw)), JsonLimits.Reading);
            status = Read(json.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }

        return status is not null;
    }

    internal static Status? Read(JsonElement json)
    {
        if (!IsId(json.Text("id")) || json.Text("uri") is not { Length: > 0 and <= 2_000 } uri) return null;
        if (Account.Read(json.At("account")) is not { } author || json.Time("created_at") is not { } created) return null;
        var words = HtmlText.Read(json.Text("content") ?? "");
        return new(
            json.Text("id")!, uri, json.Web("url"), author, words.Text, words.Links, json.Text("spoiler_text") ?? "",
            VisibilityOf(json.Text("visibility")), LanguageOf(json.Text("language")), created, json.Time("edited_at"),
            json.Text("in_reply_to_id") is var parent && IsId(parent) ? parent : null,
            [.. json.Items("mentions").Take(200).Select(ReadMention).OfType<MentionedAccount>()],
            [.. json.Items("tags").Take(200).Select(t => t.Text("name")).OfType<string>().Where(t => t.Length is > 0 and <= 200)],
            [.. json.Items("media_attachments").Take(20).Select(ReadAttachment)],
            json.At("card").Web("url") is { } page ? new Card(page, json.At("card").Text("title") ?? "") : null,
            json.Whole("favourites_count"), json.At("reblog").IsObject(), json.GetRawText());
    }

    // What a server calls by a name that we do not know is not for everybody, until it says so.
    private static Visibility VisibilityOf(string? said) => said switch
    {
        "public" => Visibility.Public,
        "unlisted" => Visibility.Unlisted,
        "direct" => Visibility.Direct,
        _ => Visibility.Private,
    };

    private static string? LanguageOf(string? tag) =>
        tag is { Length: >= 2 and <= 35 } && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? tag : null;

    private static MentionedAccount? ReadMention(JsonElement json) =>
        json.Text("acct") is { Length: > 0 and <= 400 } acct && json.Web("url") is { } url ? new(acct, url) : null;

    private static Attachment ReadAttachment(JsonElement json) =>
        new(json.Text("type") is "image" or "gifv", json.Web("preview_url"), json.Web("url"), json.Text("description") ?? "");
}
