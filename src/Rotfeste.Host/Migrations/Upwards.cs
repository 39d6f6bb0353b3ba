using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>Questions to leaders, and who is told what lies on the table.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_0240_upwards")]
public sealed class Upwards : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "initiatives_leader_questions",
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Follows = t.Column<Guid>(nullable: true),
                By = t.Column<Guid>(nullable: false),
                Leader = t.Column<Guid>(nullable: false),
                At = t.Column<long>(nullable: false),
                Text = t.Column<string>(nullable: false),
                Answer = t.Column<string>(nullable: false),
                AnsweredAt = t.Column<long>(nullable: true),
                Version = t.Column<long>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_initiatives_leader_questions", x => x.Id));
        migrationBuilder.CreateIndex(
            "IX_initiatives_leader_questions_Organisation_Leader_AnsweredAt", "initiatives_leader_questions", ["Organisation", "Leader", "AnsweredAt"]);
        migrationBuilder.CreateIndex(
            "IX_initiatives_leader_questions_Organisation_Follows", "initiatives_leader_questions", ["Organisation", "Follows"]);
        migrationBuilder.CreateTable(
            "initiatives_table_notices",
            t => new
            {
                Organisation = t.Column<Guid>(nullable: false),
                Person = t.Column<Guid>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_initiatives_table_notices", x => new { x.Organisation, x.Person }));
    }
}
