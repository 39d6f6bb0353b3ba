using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>Conversations that belong in the archive, and own views of them.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_1246_archive-flags")]
public sealed class ArchiveFlags : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "dialogue_archive_flags",
            t => new
            {
                Conversation = t.Column<Guid>(nullable: false),
                Number = t.Column<int>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                By = t.Column<Guid>(nullable: false),
                At = t.Column<long>(nullable: false),
                Case = t.Column<string>(nullable: false),
                ArchivedUpTo = t.Column<int>(nullable: false),
                RemovedBy = t.Column<Guid>(nullable: true),
                RemovedAt = t.Column<long>(nullable: true),
                Reason = t.Column<string>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_dialogue_archive_flags", x => new { x.Conversation, x.Number });
                t.ForeignKey(
                    "FK_dialogue_archive_flags_conversation", x => x.Conversation, "dialogue_conversations", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_dialogue_archive_flags_Organisation_RemovedAt_At", "dialogue_archive_flags", ["Organisation", "RemovedAt", "At"]);
        migrationBuilder.AddColumn<bool>("ForArchive", "dialogue_saved_views", nullable: false, defaultValue: false);
    }
}
