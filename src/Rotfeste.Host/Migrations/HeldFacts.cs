using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>A held fact says what kind of error held it.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_0110_held_facts")]
public sealed class HeldFacts : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>("LastError", "platform_held_facts", nullable: true);
}
