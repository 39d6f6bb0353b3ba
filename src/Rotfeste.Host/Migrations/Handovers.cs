using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>Through which hands a question to a leader came.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_0455_handovers")]
public sealed class Handovers : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>("Hands", "initiatives_leader_questions", nullable: false, defaultValue: "[]");
}
