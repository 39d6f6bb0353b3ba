using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>Facts, due work and the ledger.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261122_0850_platform")]
public sealed class Platform : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Facts(migrationBuilder);
        Due(migrationBuilder);
        Ledger(migrationBuilder);
    }

    private static void Facts(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "platform_facts",
            t => new
            {
                Id = t.Column<long>(nullable: false)
                    .Annotation("Sqlite:Autoincrement", true)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Organisation = t.Column<Guid>(nullable: false),
                Type = t.Column<string>(nullable: false),
                At = t.Column<long>(nullable: false),
                Json = t.Column<string>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_platform_facts", x => x.Id));
        migrationBuilder.CreateIndex("IX_platform_facts_Type_Id", "platform_facts", ["Type", "Id"]);
        migrationBuilder.CreateTable(
            "platform_fact_positions",
            t => new { Handler = t.Column<string>(nullable: false), LastFact = t.Column<long>(nullable: false) },
            constraints: t => t.PrimaryKey("PK_platform_fact_positions", x => x.Handler));
        migrationBuilder.CreateTable(
            "platform_held_facts",
            t => new
            {
                Handler = t.Column<string>(nullable: false),
                Fact = t.Column<long>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Tries = t.Column<int>(nullable: false),
                RetryAt = t.Column<long>(nullable: false),
                ParkedAt = t.Column<long>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_platform_held_facts", x => new { x.Handler, x.Fact }));
    }

    private static void Due(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "platform_due",
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: true),
                Job = t.Column<string>(nullable: false),
                Key = t.Column<string>(nullable: true),
                Json = t.Column<string>(nullable: false),
                RunAt = t.Column<long>(nullable: false),
                LeasedUntil = t.Column<long>(nullable: true),
                Tries = t.Column<int>(nullable: false),
                LastReason = t.Column<string>(nullable: true),
                ParkedAt = t.Column<long>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_platform_due", x => x.Id));
        migrationBuilder.CreateIndex("IX_platform_due_RunAt", "platform_due", "RunAt");
        migrationBuilder.CreateIndex("IX_platform_due_Job_Key", "platform_due", ["Job", "Key"], unique: true);
    }

    private static void Ledger(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "platform_ledger",
            t => new
            {
                Id = t.Column<long>(nullable: false)
                    .Annotation("Sqlite:Autoincrement", true)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Chain = t.Column<Guid>(nullable: false),
                Sequence = t.Column<long>(nullable: false),
                At = t.Column<long>(nullable: false),
                Kind = t.Column<string>(nullable: false),
                By = t.Column<Guid>(nullable: true),
                Data = t.Column<string>(nullable: false),
                Previous = t.Column<string>(nullable: false),
                Hash = t.Column<string>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_platform_ledger", x => x.Id));
        migrationBuilder.CreateIndex("IX_platform_ledger_Chain_Sequence", "platform_ledger", ["Chain", "Sequence"], unique: true);
    }
}
