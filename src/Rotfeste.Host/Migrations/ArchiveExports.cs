using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>Packages for the archive, and what is in them.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_1303_archive-exports")]
public sealed class ArchiveExports : Migration
{
    private const string Exports = "dialogue_archive_exports";

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            Exports,
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                By = t.Column<Guid>(nullable: false),
                At = t.Column<long>(nullable: false),
                Language = t.Column<string>(nullable: false),
                Total = t.Column<int>(nullable: false),
                Packed = t.Column<int>(nullable: false),
                Parts = t.Column<int>(nullable: false),
                State = t.Column<string>(nullable: false),
                ReceivedBy = t.Column<Guid>(nullable: true),
                ReceivedAt = t.Column<long>(nullable: true),
                Version = t.Column<long>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_dialogue_archive_exports", x => x.Id));
        migrationBuilder.CreateTable(
            "dialogue_archive_conversations",
            t => new
            {
                Export = t.Column<Guid>(nullable: false),
                Conversation = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Part = t.Column<int>(nullable: true),
                UpTo = t.Column<int>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_dialogue_archive_conversations", x => new { x.Export, x.Conversation });
                t.ForeignKey("FK_dialogue_archive_conversations_export", x => x.Export, Exports, "Id", onDelete: ReferentialAction.Cascade);
                t.ForeignKey(
                    "FK_dialogue_archive_conversations_conversation", x => x.Conversation, "dialogue_conversations", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "dialogue_archive_parts",
            t => new
            {
                Export = t.Column<Guid>(nullable: false),
                Number = t.Column<int>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Hash = t.Column<string>(nullable: false),
                Bytes = t.Column<long>(nullable: false),
                Conversations = t.Column<int>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_dialogue_archive_parts", x => new { x.Export, x.Number });
                t.ForeignKey("FK_dialogue_archive_parts_export", x => x.Export, Exports, "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_dialogue_archive_exports_Organisation_At", Exports, ["Organisation", "At"]);
        migrationBuilder.CreateIndex("IX_dialogue_archive_conversations_Conversation", "dialogue_archive_conversations", "Conversation");
    }
}
