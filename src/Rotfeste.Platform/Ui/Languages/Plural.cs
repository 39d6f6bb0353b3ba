using Microsoft.Extensions.Localization;

namespace Rotfeste.Platform.Ui.Languages;

/// <summary>Texts that change with a number. Norwegian, Danish and English know one and other.</summary>
public static class Plural
{
    /// <summary>The text "key.one" for exactly one, else "key.other"; the number is {0}, the arguments follow from {1}.</summary>
    public static LocalizedString Count(this IStringLocalizer texts, string key, int number, params object[] arguments) =>
        texts[number == 1 ? $"{key}.one" : $"{key}.other", [number, .. arguments]];
}
