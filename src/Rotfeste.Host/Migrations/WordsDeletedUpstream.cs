using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>What its author deletes, where an organisation must keep it for the archive.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_1328_deleted-words")]
public sealed class WordsDeletedUpstream : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>("KeepsDeleted", "dialogue_keeping_rules", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<string>("Ground", "dialogue_keeping_rules", nullable: false, defaultValue: "");
        migrationBuilder.CreateTable(
            "dialogue_deleted_words",
            t => new
            {
                Organisation = t.Column<Guid>(nullable: false),
                Post = t.Column<Guid>(nullable: false),
                Conversation = t.Column<Guid>(nullable: false),
                Name = t.Column<string>(nullable: false),
                Handle = t.Column<string>(nullable: false),
                Text = t.Column<string>(nullable: false),
                At = t.Column<long>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_dialogue_deleted_words", x => new { x.Organisation, x.Post });
                t.ForeignKey(
                    "FK_dialogue_deleted_words_conversation", x => x.Conversation, "dialogue_conversations", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_dialogue_deleted_words_Conversation", "dialogue_deleted_words", "Conversation");
    }
}
