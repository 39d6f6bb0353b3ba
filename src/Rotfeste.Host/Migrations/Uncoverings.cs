using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>Who had covered words shown again.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_1335_uncoverings")]
public sealed class Uncoverings : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>("UncoveredBy", "dialogue_harassment_reports", nullable: true);
        migrationBuilder.AddColumn<long>("UncoveredAt", "dialogue_harassment_reports", nullable: true);
    }
}
