using Microsoft.EntityFrameworkCore;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Newcomers;

/// <summary>The organisation's wish that a colleague looks at the first answers that somebody writes. Without it nobody is asked for anything.</summary>
internal sealed class NewcomerRule : IBelongToOrganisation, IVersioned
{
    public const int Most = 50;

    private NewcomerRule()
    {
    }

    public OrganisationId Organisation { get; private init; }

    /// <summary>So many answers; then one is no newcomer. 0: off.</summary>
    public int Answers { get; private set; }

    public long Version { get; set; }

    public static NewcomerRule Of(OrganisationId organisation) => new() { Organisation = organisation };

    public void Settle(int answers) => Answers = answers;

    public static void Map(ModelBuilder model) => model.Entity<NewcomerRule>(row =>
    {
        row.ToTable("dialogue_newcomer_rules");
        row.HasKey(r => r.Organisation);
        row.Property(r => r.Organisation).ValueGeneratedNever();
    });
}
