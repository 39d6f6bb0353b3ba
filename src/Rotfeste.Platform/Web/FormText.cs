using Microsoft.AspNetCore.Http;

namespace Rotfeste.Platform.Web;

/// <summary>Reads what was typed into a form.</summary>
public static class FormText
{
    private const int Most = 20_000;

    /// <summary>The field's text without white space round it, "" where it is missing, cut at 20,000 characters: no field of ours is longer.</summary>
    public static string Text(this IFormCollection form, string field) => Raw(form, field).Trim();

    /// <summary>The field's text as it stands, for passwords.</summary>
    public static string Raw(this IFormCollection form, string field)
    {
        var text = form[field].FirstOrDefault() ?? "";
        return text.Length <= Most ? text : text[..Most];
    }

    /// <summary>The named value of an enum, or null where it is none.</summary>
    public static TEnum? Named<TEnum>(this IFormCollection form, string field)
        where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(form.Text(field), out var value) && Enum.IsDefined(value) ? value : null;
}
