using Microsoft.AspNetCore.Http;

namespace Rotfeste.Platform.Ui.Languages;

/// <summary>Light, dark or as the machine is set.</summary>
internal static class Theme
{
    public const string Cookie = "rf-theme";

    public static IReadOnlyList<string> All { get; } = ["auto", "light", "dark"];

    public static string Of(HttpContext? context) =>
        context?.Request.Cookies[Cookie] is { } chosen && All.Contains(chosen) ? chosen : "auto";
}
