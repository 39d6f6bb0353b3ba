using System.Collections.Frozen;

namespace Rotfeste.Networks.Text;

/// <summary>
/// Endings that make "word.ending" a web address when typed without http. Country codes that are everyday words in the languages
/// of the product ("at", "so", "to") are left out: a forgotten space after a full stop would make a link of them.
/// </summary>
internal static class KnownEndings
{
    public const int LongestDomain = 253;

    private static readonly FrozenSet<string> All = (
        "no se dk fi is fo gl ax ee lv lt pl de nl be lu fr ch uk ie es pt it gr eu cz sk hu ro bg hr si ua tr il us ca mx br ar cl au nz jp cn hk kr tw sg za ke ng "
        + "com org net edu gov mil int info biz name pro museum coop aero jobs mobi "
        + "io ai co tv fm me app dev page blog news online site website web shop store cloud tech digital studio design agency media press social network "
        + "xyz club live link wiki world work works today life space global green energy health care school university academy training jobs careers bank "
        + "finance insurance law legal house homes city town tours travel events art music film video photo gallery games sport football run bike eco ngo "
        + "bio zone team group company international foundation community party guide help support email chat tools systems solutions services software").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A host name with at least two parts and a known ending, or any ending after "www.".</summary>
    public static bool IsDomain(ReadOnlySpan<char> domain)
    {
        var dot = domain.LastIndexOf('.');
        if (dot <= 0 || domain.Length > LongestDomain) return false;
        foreach (var range in domain.Split('.'))
            if (domain[range] is not { Length: > 0 and <= 63 } label || label[0] == '-' || label[^1] == '-') return false;

        var ending = domain[(dot + 1)..];
        var before = domain[(domain[..dot].LastIndexOf('.') + 1)..dot];
        if (!HasLetter(before)) return false;
        return Known(ending) || (domain.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && dot > 4 && ending.Length >= 2 && !ending.ContainsAnyExceptInRange('a', 'z'));
    }

    private static bool HasLetter(ReadOnlySpan<char> label)
    {
        foreach (var c in label)
            if (char.IsLetter(c)) return true;
        return false;
    }

    private static bool Known(ReadOnlySpan<char> ending) => All.GetAlternateLookup<ReadOnlySpan<char>>().Contains(ending);
}
