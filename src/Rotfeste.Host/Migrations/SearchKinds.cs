using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>A search is about us, a field of interest, or others. Those from before are taken to be about us.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_0455_search_kinds")]
public sealed class SearchKinds : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>("Kind", "listening_searches", nullable: false, defaultValue: "Us");
}
