using Microsoft.AspNetCore.Http;
using Rotfeste.Matching;

namespace Rotfeste.Listening.Searches;

/// <summary>What a person typed about a search; lengths are cut at what any honest form can hold.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Names">Our names and spellings, one a line.</param>
/// <param name="About">What it is about, one a line.</param>
/// <param name="Not">What must not be there, one a line.</param>
/// <param name="Query">The search as written by hand; used instead of the lines when it is not empty.</param>
public sealed record SearchInput(string Name, SearchKind Kind, string Names, string About, string Not, string Query)
{
    /// <summary>Nothing typed yet.</summary>
    public static SearchInput Empty { get; } = new("", SearchKind.Us, "", "", "", "");

    /// <summary>The query that the input stands for.</summary>
    public string Composed => Query.Length > 0 ? Query : Rotfeste.Matching.Query.Compose(Lines(Names), Lines(About), Lines(Not));

    internal static SearchInput From(IFormCollection form) => new(
        Read(form, "name", Search.LongestName + 1),
        Enum.TryParse<SearchKind>(form["kind"], out var kind) && Enum.IsDefined(kind) ? kind : SearchKind.Us,
        Read(form, "names", Rotfeste.Matching.Query.LongestText),
        Read(form, "about", Rotfeste.Matching.Query.LongestText),
        Read(form, "not", Rotfeste.Matching.Query.LongestText),
        Read(form, "query", Rotfeste.Matching.Query.LongestText + 1));

    private static string Read(IFormCollection form, string field, int most)
    {
        var text = form[field].ToString().Trim().Replace('\0', ' ');
        return text.Length <= most ? text : text[..most];
    }

    private static string[] Lines(string text) =>
        text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
