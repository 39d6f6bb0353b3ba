using System.Globalization;

namespace Rotfeste.Platform.Ui.Languages;

/// <summary>A language that all texts stand in.</summary>
/// <param name="Code">What stands in lang attributes and the cookie, "nb".</param>
/// <param name="OwnName">What its speakers call it.</param>
/// <param name="Culture">How dates and numbers are written, "nb-NO".</param>
public sealed record Language(string Code, string OwnName, CultureInfo Culture)
{
    /// <summary>All languages, in the order in which they are offered.</summary>
    public static IReadOnlyList<Language> All { get; } =
    [
        new("nb", "Norsk bokmål", CultureInfo.GetCultureInfo("nb-NO")),
        new("nn", "Norsk nynorsk", CultureInfo.GetCultureInfo("nn-NO")),
        new("da", "Dansk", CultureInfo.GetCultureInfo("da-DK")),
        new("en", "English", CultureInfo.GetCultureInfo("en-GB")),
    ];

    /// <summary>The language of the request being answered.</summary>
    public static Language Current => Find(CultureInfo.CurrentUICulture.Name) ?? All[0];

    /// <summary>The language that a tag asks for ("da-DK", "no"), or null. The bare "no" is Bokmål.</summary>
    public static Language? Find(string? tag)
    {
        var primary = tag?.Split('-', '_')[0].Trim().ToLowerInvariant();
        var code = primary == "no" ? "nb" : primary;
        return All.FirstOrDefault(language => language.Code == code);
    }
}
