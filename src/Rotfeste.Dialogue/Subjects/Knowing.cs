using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Subjects;

/// <summary>What a person knows and wants to be asked about, as they say it themselves.</summary>
internal sealed class Knowing : IBelongToOrganisation, IVersioned
{
    public const int MostLines = 30;
    public const int LongestLine = 80;
    public const int UsualMost = 2;
    public const int MostOfMost = 9;

    private Knowing()
    {
    }

    public OrganisationId Organisation { get; private init; }

    public PersonId Person { get; private init; }

    /// <summary>A subject on each line.</summary>
    public string Lines { get; private set; } = "";

    /// <summary>The last day away; null while they are here.</summary>
    public LocalDate? AwayUntil { get; private set; }

    /// <summary>Questions they want to have at a time.</summary>
    public int MostAtOnce { get; private set; } = UsualMost;

    public long Version { get; set; }

    public IReadOnlyList<string> Each => Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static Knowing Of(OrganisationId organisation, PersonId person) => new() { Organisation = organisation, Person = person };

    public void Say(IEnumerable<string> lines, LocalDate? awayUntil, int mostAtOnce) =>
        (Lines, AwayUntil, MostAtOnce) = (string.Join('\n', lines), awayUntil, mostAtOnce);

    public bool IsAway(LocalDate today) => AwayUntil >= today;

    public static void Map(ModelBuilder model) => model.Entity<Knowing>(row =>
    {
        row.ToTable("dialogue_knowings");
        row.HasKey(k => new { k.Organisation, k.Person });
        row.Ignore(k => k.Each);
    });
}
