using Microsoft.EntityFrameworkCore;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Initiatives.Tables;

/// <summary>A leader wishes to be told every Monday what lies on the table. Nobody is told who has not chosen it.</summary>
internal sealed class TableNotice : IBelongToOrganisation
{
    private TableNotice()
    {
    }

    public OrganisationId Organisation { get; private init; }

    public PersonId Person { get; private init; }

    public static TableNotice For(OrganisationId organisation, PersonId person) => new() { Organisation = organisation, Person = person };

    public static void Map(ModelBuilder model) => model.Entity<TableNotice>(row =>
    {
        row.ToTable("initiatives_table_notices");
        row.HasKey(n => new { n.Organisation, n.Person });
    });
}
