using Microsoft.AspNetCore.Http;
using Rotfeste.Listening.Searches;
using Rotfeste.Platform.Web;

namespace Rotfeste.Listening.Beginnings;

/// <summary>The first weeks, step by step.</summary>
/// <param name="Searches">How many searches there are of each kind.</param>
/// <param name="Day">The day of the two weeks it is, from 1; 0 before anything is listened for.</param>
/// <param name="Mentions">Mentions in the last fourteen days.</param>
/// <param name="Input">What was written down.</param>
/// <param name="Summary">It all in one text, or "" while nothing is written.</param>
/// <param name="IsKept">It was saved just now.</param>
/// <param name="IsTooLong">A note is longer than it may be, and nothing was saved.</param>
/// <param name="MayChange">Whether the reader may add searches.</param>
/// <param name="MayBegin">There is a room that takes the summary on.</param>
public sealed record BeginningView(
    IReadOnlyDictionary<SearchKind, int> Searches, int Day, long Mentions, BeginningInput Input, string Summary, bool IsKept, bool IsTooLong, bool MayChange, bool MayBegin);

/// <summary>What is written down, in five short notes.</summary>
/// <param name="Asked">What people ask.</param>
/// <param name="Praised">What they praise.</param>
/// <param name="Criticised">What they criticise.</param>
/// <param name="Places">Where they are.</param>
/// <param name="Dialogue">Which dialogue to enter.</param>
public sealed record BeginningInput(string Asked, string Praised, string Criticised, string Places, string Dialogue)
{
    /// <summary>Nothing yet.</summary>
    public static BeginningInput Empty { get; } = new("", "", "", "", "");

    internal IReadOnlyList<(string Name, string Text)> Notes =>
        [("asked", Asked), ("praised", Praised), ("criticised", Criticised), ("places", Places), ("dialogue", Dialogue)];

    internal static BeginningInput From(IFormCollection form) =>
        new(Read(form, "asked"), Read(form, "praised"), Read(form, "criticised"), Read(form, "places"), Read(form, "dialogue"));

    private static string Read(IFormCollection form, string field) => form.Text(field).ReplaceLineEndings("\n").Replace('\0', ' ');
}
