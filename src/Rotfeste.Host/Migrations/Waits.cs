using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>How long each question waited, for the report; those from before are caught up with in the background.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_1315_waits")]
public sealed class Waits : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "dialogue_waits",
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Conversation = t.Column<Guid>(nullable: false),
                Channel = t.Column<Guid>(nullable: false),
                Kind = t.Column<string>(nullable: false),
                AskedAt = t.Column<long>(nullable: false),
                EndedAt = t.Column<long>(nullable: true),
                End = t.Column<string>(nullable: false),
                Worked = t.Column<int>(nullable: false),
                DueAt = t.Column<long>(nullable: true),
                EndedLate = t.Column<bool>(nullable: false),
                By = t.Column<Guid>(nullable: true),
                Unit = t.Column<Guid>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_dialogue_waits", x => x.Id);
                t.ForeignKey("FK_dialogue_waits_conversation", x => x.Conversation, "dialogue_conversations", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_dialogue_waits_Conversation", "dialogue_waits", "Conversation");
        migrationBuilder.CreateIndex("IX_dialogue_waits_Organisation_AskedAt", "dialogue_waits", ["Organisation", "AskedAt"]);
        migrationBuilder.CreateIndex("IX_dialogue_waits_Organisation_By_AskedAt", "dialogue_waits", ["Organisation", "By", "AskedAt"]);
        migrationBuilder.Sql(
            """
            INSERT INTO platform_due ("Id", "Organisation", "Job", "Key", "Json", "RunAt", "Tries")
            SELECT '01979000-0000-7000-8000-776169747300', NULL, 'dialogue-catch-up-waits', 'all', '{"Organisation":null}', 0, 0
            WHERE EXISTS (SELECT 1 FROM dialogue_conversations)
            """);
    }
}
