using Microsoft.Extensions.Localization;
using Rotfeste.People.Contracts;

namespace Rotfeste.Initiatives.Starts;

/// <summary>
/// Who is meant by what was chosen or typed: an id out of a list, or among many a name, with the unit behind a comma where two have it.
/// Only a whole name names somebody; for anything shorter one is told who it could be.
/// </summary>
internal static class PersonPick
{
    /// <summary>As many can stand in a list on a phone.</summary>
    public const int MostListed = 60;

    private const int MostLike = 8;

    public static Colleague? Find(IEnumerable<Colleague> among, string typed)
    {
        var meant = among.Where(p => p.Person.ToString() == typed || Is(p.Name, typed) || Is(Said(p), typed)).Take(2).ToList();
        return meant.Count == 1 ? meant[0] : null;
    }

    /// <summary>"Kari Lunde, Kundetorget".</summary>
    public static string Said(Colleague person) => person.UnitName is { } unit ? $"{person.Name}, {unit}" : person.Name;

    /// <summary>Those it could be, for one who typed part of a name or a name that several have; null where that is nobody.</summary>
    public static string? Like(IEnumerable<Colleague> among, string typed, IStringLocalizer<Texts> texts)
    {
        var like = typed.Length == 0 ? [] : among.Where(p => Said(p).Contains(typed, StringComparison.CurrentCultureIgnoreCase)).ToList();
        return like.Count switch
        {
            0 => typed.Length == 0 || Guid.TryParse(typed, out _) ? null : texts["Refused.Nobody", typed].Value,
            <= MostLike => texts["Refused.Like", string.Join("; ", like.Select(Said).Order(StringComparer.CurrentCulture))].Value,
            _ => texts["Refused.Many", like.Count].Value,
        };
    }

    private static bool Is(string name, string typed) => string.Equals(name, typed.Trim(), StringComparison.OrdinalIgnoreCase);
}
