using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>Several conversations changed as one step.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_1330_bulk-changes")]
public sealed class BulkChanges : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "dialogue_bulk_changes",
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                By = t.Column<Guid>(nullable: false),
                At = t.Column<long>(nullable: false),
                Kind = t.Column<string>(nullable: false),
                Label = t.Column<Guid>(nullable: true),
                Rows = t.Column<string>(nullable: false),
                Refused = t.Column<int>(nullable: false),
                UndoneAt = t.Column<long>(nullable: true),
                Kept = t.Column<int>(nullable: false),
                Version = t.Column<long>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_dialogue_bulk_changes", x => x.Id));
        migrationBuilder.CreateIndex("IX_dialogue_bulk_changes_Organisation_At", "dialogue_bulk_changes", ["Organisation", "At"]);
    }
}
