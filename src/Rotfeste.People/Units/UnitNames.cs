using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Languages;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.Units;

/// <summary>Reads and keeps what units are called in other languages.</summary>
internal sealed class UnitNames(AppDb db)
{
    /// <summary>What was typed, by language; an empty name is none.</summary>
    public static IReadOnlyDictionary<string, string> Read(IFormCollection form) =>
        Language.All.ToDictionary(l => l.Code, l => form.Text(FieldOf(l.Code)));

    public static string FieldOf(string language) => $"publicName-{language}";

    public async Task<IReadOnlyDictionary<string, string>> OfAsync(UnitId unit, CancellationToken cancellation) =>
        await db.Set<UnitName>().AsNoTracking().Where(n => n.Unit == unit).ToDictionaryAsync(n => n.Language, n => n.Name, cancellation);

    /// <summary>In the caller's unit of work.</summary>
    public async Task KeepAsync(Unit unit, IReadOnlyDictionary<string, string> typed, CancellationToken cancellation)
    {
        var before = await db.Set<UnitName>().Where(n => n.Unit == unit.Id).ToDictionaryAsync(n => n.Language, cancellation);
        foreach (var (language, name) in typed)
        {
            var kept = before.GetValueOrDefault(language);
            if (kept is not null && name.Length > 0)
                kept.Rename(name);
            else if (kept is not null)
                db.Remove(kept);
            else if (name.Length > 0)
                db.Add(UnitName.Of(unit, language, name));
        }
    }

    public async Task RemoveAsync(UnitId unit, CancellationToken cancellation) =>
        db.RemoveRange(await db.Set<UnitName>().Where(n => n.Unit == unit).ToListAsync(cancellation));
}
