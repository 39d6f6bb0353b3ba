using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>When the explanation of something urgent was put in better words.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_0750_corrections")]
public sealed class Corrections : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<long>("CorrectedAt", "initiatives_urgent_posts", nullable: true);
}
