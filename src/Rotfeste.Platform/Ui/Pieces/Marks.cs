using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;

namespace Rotfeste.Platform.Ui.Pieces;

/// <summary>Marks as ready pieces of a page: a list of fifty rows writes them without a component for each.</summary>
public static class Marks
{
    private static readonly ConcurrentDictionary<string, MarkupString> Known = new(StringComparer.Ordinal);
    private static readonly string[] Names = [.. Enum.GetNames<Standing>().Select(n => n.ToLowerInvariant())];

    /// <summary>A 16 px mark that only repeats the word beside it, so it is silent to screen readers.</summary>
    /// <param name="name">The file's name under assets/marks, never anything a person wrote.</param>
    public static MarkupString Of(string name) => Known.GetOrAdd(name, n => new($"<span class=\"rf-i rf-i-{n}\" aria-hidden=\"true\"></span>"));

    /// <summary>The mark of a state.</summary>
    public static MarkupString Of(Standing standing) => Of(NameOf(standing));

    /// <summary>As the state stands in classes and attributes: "late".</summary>
    public static string NameOf(Standing standing) => Names[(int)standing];
}
