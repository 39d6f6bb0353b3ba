using System.Text.Json;
using Rotfeste.Networks.Json;

namespace Rotfeste.Networks.Mastodon.Servers;

/// <summary>What a server allows and offers. Source: /api/v2/instance, or /api/v1/instance where that is missing.</summary>
/// <param name="Domain">Its name in handles, "mastodon.example".</param>
/// <param name="Version">As it says; servers of other makes say what they pretend to be.</param>
/// <param name="MostLetters">Longest post in graphemes, warning counted.</param>
/// <param name="LettersPerLink">What a link counts.</param>
/// <param name="MostPictures">Pictures a post.</param>
/// <param name="LargestPicture">Bytes.</param>
/// <param name="LongestAltText">Letters of a picture's description.</param>
/// <param name="Streaming">Where the stream is said to be (https or http), or null.</param>
/// <param name="IsOld">Only the older description is there.</param>
public sealed record Instance(
    string Domain, string Version, int MostLetters, int LettersPerLink, int MostPictures, int LargestPicture, int LongestAltText, Uri? Streaming, bool IsOld)
{
    private const int UsualLetters = 500;
    private const int UsualLink = 23;
    private const int UsualPictures = 4;
    private const int UsualPicture = 16 * 1024 * 1024;
    private const int UsualAltText = 1_500;

    internal static Instance? Read(JsonElement json, bool isOld)
    {
        var domain = json.Text("domain") ?? json.Text("uri");
        if (domain is not { Length: > 0 and <= 300 }) return null;
        var configuration = json.At("configuration");
        var (statuses, media) = (configuration.At("statuses"), configuration.At("media_attachments"));
        var streaming = configuration.At("urls").Text("streaming") ?? json.At("urls").Text("streaming_api");
        return new(
            domain.StartsWith("http", StringComparison.Ordinal) && Uri.TryCreate(domain, UriKind.Absolute, out var address) ? address.Authority : domain,
            json.Text("version") ?? "",
            // Pleroma's relatives say it elsewhere.
            Within(statuses.Whole("max_characters"), Within(json.Whole("max_toot_chars"), UsualLetters, 1_000_000), 1_000_000),
            Within(statuses.Whole("characters_reserved_per_url"), UsualLink, 500),
            Within(statuses.Whole("max_media_attachments"), UsualPictures, 100),
            Within(media.Whole("image_size_limit"), UsualPicture, 1_000_000_000),
            Within(media.Whole("description_limit"), UsualAltText, 100_000),
            StreamAt(streaming),
            isOld);
    }

    private static int Within(int said, int usual, int most) => said is > 0 && said <= most ? said : usual;

    // Given as for a web socket; the same place speaks server-sent events over http.
    private static Uri? StreamAt(string? said) =>
        said is { Length: > 0 and <= 500 } && said.StartsWith("ws", StringComparison.Ordinal) ? JsonReading.ParseWeb($"http{said[2..]}") : JsonReading.ParseWeb(said);
}
