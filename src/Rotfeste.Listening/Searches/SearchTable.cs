using Microsoft.EntityFrameworkCore;

namespace Rotfeste.Listening.Searches;

internal static class SearchTable
{
    public static void Map(ModelBuilder model) => model.Entity<Search>(row =>
    {
        row.ToTable("listening_searches");
        row.Property(s => s.Id).ValueGeneratedNever();
        row.HasIndex(s => new { s.Organisation, s.Name });
    });
}
