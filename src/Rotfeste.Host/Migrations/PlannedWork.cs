using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>What the clock said when due work was planned.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_1252_planned-work")]
public sealed class PlannedWork : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<long>("PlannedAt", "platform_due", nullable: true);
}
