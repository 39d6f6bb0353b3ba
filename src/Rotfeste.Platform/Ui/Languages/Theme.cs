using Microsoft.AspNetCore.Http;

namespace Rotfeste.Platform.Ui.Languages;

/// <summary>Light, dark or as the machine is set.</summary>
public static class Theme
{
    /// <summary>The cookie that holds the choice.</summary>
    public const string Cookie = "rf-theme";

    /// <summary>All, in the order in which they are offered.</summary>
    public static IReadOnlyList<string> All { get; } = ["auto", "light", "dark"];

    /// <summary>The theme of a request, "auto" where none was chosen.</summary>
    public static string Of(HttpContext? context) =>
        context?.Request.Cookies[Cookie] is { } chosen && All.Contains(chosen) ? chosen : "auto";
}
