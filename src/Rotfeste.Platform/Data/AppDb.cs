using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Platform.Data;

/// <summary>The one database. Tables come from the rooms; the wall between organisations stands here.</summary>
public sealed partial class AppDb(
    DbContextOptions<AppDb> options,
    IEnumerable<TableMapping> tables,
    CurrentOrganisation current,
    WriteGate gate,
    RowVersions versions) : DbContext(options)
{
    /// <summary>Name of the query filter that keeps organisations apart.</summary>
    public const string OrganisationFilter = "organisation";

    /// <summary>The organisation that reads are filtered by, and writes are guarded for.</summary>
    public CurrentOrganisation Current => current;

    /// <summary>True on SQLite; the few places where the providers differ ask this.</summary>
    public bool IsSqlite => Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal);

    // The filter must name a member of the context itself, or the first organisation's id would stay in the cached model.
    private OrganisationId FilterOrganisation => current.Filter;

    private bool SeesAll => current.IsWholeInstallation;

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Converters.Apply(configurationBuilder, tables);

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var mapping in tables)
            mapping.Map(modelBuilder);

        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(e => !e.IsOwned()))
        {
            if (typeof(IBelongToOrganisation).IsAssignableFrom(entity.ClrType))
                modelBuilder.Entity(entity.ClrType).HasQueryFilter(OrganisationFilter, FilterFor(entity));
            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
                modelBuilder.Entity(entity.ClrType).Property(nameof(IVersioned.Version)).IsConcurrencyToken();
        }
    }

    // row => SeesAll || row.Organisation == FilterOrganisation
    private LambdaExpression FilterFor(IMutableEntityType entity)
    {
        var row = Expression.Parameter(entity.ClrType, "row");
        var context = Expression.Constant(this);
        var own = Expression.Equal(
            Expression.Property(row, nameof(IBelongToOrganisation.Organisation)),
            Expression.Property(context, nameof(FilterOrganisation)));
        return Expression.Lambda(Expression.OrElse(Expression.Property(context, nameof(SeesAll)), own), row);
    }
}
