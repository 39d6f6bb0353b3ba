using Microsoft.Extensions.Localization;

namespace Rotfeste.Host.Errors;

/// <summary>The same errors for programs: problem details (RFC 9457) in plain words.</summary>
internal static class Problems
{
    public static IResult Of(int code, string? id, IStringLocalizer<Texts> texts)
    {
        var kind = KindOf(code);
        var more = id is null ? null : new Dictionary<string, object?>(StringComparer.Ordinal) { ["id"] = id };
        return Results.Problem(statusCode: code, title: texts[$"Program.{kind}"], detail: texts[$"Program.{kind}.Do"], extensions: more);
    }

    private static string KindOf(int code) => code switch
    {
        400 or 415 => "Unreadable",
        401 => "NoToken",
        403 => "NotAllowed",
        404 or 405 or 410 => "NotFound",
        413 => "TooLarge",
        429 => "TooMany",
        _ => "Broken",
    };
}
