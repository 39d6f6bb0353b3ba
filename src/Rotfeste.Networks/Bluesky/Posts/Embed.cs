using System.Text.Json;
using Rotfeste.Networks.Bluesky.Accounts;
using Rotfeste.Networks.Bluesky.Ids;
using Rotfeste.Networks.Json;

namespace Rotfeste.Networks.Bluesky.Posts;

/// <summary>What hangs on a post besides its text. Addresses are http or https and from outside: fetch them through a guarded client.</summary>
public abstract record Embed
{
    private const string Views = "app.bsky.embed.";

    private protected Embed()
    {
    }

    /// <summary>Flat: a quote with pictures gives both.</summary>
    internal static IReadOnlyList<Embed> ReadAll(JsonElement view)
    {
        if (!view.IsObject()) return [];
        return view.Text("$type") switch
        {
            Views + "images#view" => [new Pictures([.. view.Items("images").Take(10).Select(ReadPicture)])],
            Views + "external#view" when ReadCard(view.At("external")) is { } card => [card],
            Views + "record#view" => [ReadQuote(view.At("record"))],
            Views + "recordWithMedia#view" => [.. ReadAll(view.At("media")), ReadQuote(view.At("record").At("record"))],
            Views + "video#view" => [new Video(view.Web("playlist"), view.Web("thumbnail"), view.Text("alt") ?? "")],
            var other => [new UnknownEmbed(other ?? "")],
        };
    }

    private static Picture ReadPicture(JsonElement json)
    {
        var ratio = json.At("aspectRatio");
        return new(json.Web("thumb"), json.Web("fullsize"), json.Text("alt") ?? "", ratio.Whole("width"), ratio.Whole("height"));
    }

    private static LinkCard? ReadCard(JsonElement json) =>
        json.Web("uri") is { } uri ? new(uri, json.Text("title") ?? "", json.Text("description") ?? "", json.Web("thumb")) : null;

    private static Embed ReadQuote(JsonElement json)
    {
        var type = json.Text("$type");
        if (!AtUri.TryParse(json.Text("uri"), out var uri)) return new UnknownEmbed(type ?? "");
        return type switch
        {
            Views + "record#viewRecord" => ReadShown(uri, json),
            Views + "record#viewNotFound" => new Quote(uri, QuoteState.NotFound),
            Views + "record#viewBlocked" => new Quote(uri, QuoteState.Blocked),
            Views + "record#viewDetached" => new Quote(uri, QuoteState.Detached),
            _ => new UnknownEmbed(type ?? ""),
        };
    }

    private static Embed ReadShown(AtUri uri, JsonElement json)
    {
        var record = json.At("value");
        var author = Author.Read(json.At("author"));
        if (author is null) return new UnknownEmbed(json.Text("$type") ?? "");
        return new Quote(uri, QuoteState.Shown, json.Text("cid"), author, record.Text("text") ?? "", record.Time("createdAt") ?? json.Time("indexedAt"));
    }
}

/// <summary>One to four pictures.</summary>
/// <param name="Items">In order.</param>
public sealed record Pictures(IReadOnlyList<Picture> Items) : Embed;

/// <summary>One picture.</summary>
/// <param name="Thumb">Small form, or null.</param>
/// <param name="Full">Large form, or null.</param>
/// <param name="Alt">The author's words for those who do not see it; empty when none were given.</param>
/// <param name="Width">Of the shape, in any unit; 0 when unknown.</param>
/// <param name="Height">Of the shape, in the same unit; 0 when unknown.</param>
public sealed record Picture(Uri? Thumb, Uri? Full, string Alt, int Width, int Height);

/// <summary>A web page shown as a card.</summary>
/// <param name="Uri">The page.</param>
/// <param name="Title">Its title, can be empty.</param>
/// <param name="Description">Its description, can be empty.</param>
/// <param name="Thumb">A picture, or null.</param>
public sealed record LinkCard(Uri Uri, string Title, string Description, Uri? Thumb) : Embed;

/// <summary>A quoted post.</summary>
/// <param name="Uri">Its address.</param>
/// <param name="State">Whether it can be shown; everything after is null when not.</param>
/// <param name="Cid">Its content's hash.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Text">The words.</param>
/// <param name="CreatedAt">When its author's client says it was written, UTC.</param>
public sealed record Quote(AtUri Uri, QuoteState State, string? Cid = null, Author? Author = null, string? Text = null, DateTimeOffset? CreatedAt = null) : Embed;

/// <summary>Whether a quoted post can be shown.</summary>
public enum QuoteState
{
    /// <summary>Here it is.</summary>
    Shown,

    /// <summary>Deleted or never there.</summary>
    NotFound,

    /// <summary>One of the two has blocked the other.</summary>
    Blocked,

    /// <summary>Its author took the quote away.</summary>
    Detached,
}

/// <summary>A film.</summary>
/// <param name="Playlist">HLS address, or null.</param>
/// <param name="Thumb">A picture, or null.</param>
/// <param name="Alt">The author's words for those who do not see it; can be empty.</param>
public sealed record Video(Uri? Playlist, Uri? Thumb, string Alt) : Embed;

/// <summary>Something newer than this client, or a quoted thing that is not a post: say that it is there, and link to the post.</summary>
/// <param name="Type">The protocol's name for it; can be empty.</param>
public sealed record UnknownEmbed(string Type) : Embed;
