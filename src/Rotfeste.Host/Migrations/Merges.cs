using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>Conversations about one matter become one, and part again; an answer knows which post it answers.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_1540_merges")]
public sealed class Merges : Migration
{
    private const string Conversations = "dialogue_conversations";

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>("HasParts", Conversations, nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<Guid>("LastChannel", Conversations, nullable: true);
        migrationBuilder.AddColumn<Guid>("Home", "dialogue_conversation_posts", nullable: true);
        migrationBuilder.AddColumn<Guid>("Channel", "dialogue_conversation_posts", nullable: true);
        migrationBuilder.AddColumn<Guid>("Answered", "dialogue_answers", nullable: true);
        migrationBuilder.CreateIndex("IX_dialogue_conversations_author", Conversations, ["Organisation", "AuthorKey"]);
        migrationBuilder.CreateIndex("IX_dialogue_conversations_merged", Conversations, "MergedInto");
        migrationBuilder.CreateTable(
            "dialogue_merges",
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                From = t.Column<Guid>(nullable: false),
                Into = t.Column<Guid>(nullable: false),
                By = t.Column<Guid>(nullable: false),
                At = t.Column<long>(nullable: false),
                Along = t.Column<string>(nullable: false),
                UndoneAt = t.Column<long>(nullable: true),
                Version = t.Column<long>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_dialogue_merges", x => x.Id);
                t.ForeignKey("FK_dialogue_merges_from", x => x.From, Conversations, "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_dialogue_merges_From", "dialogue_merges", "From");
        migrationBuilder.CreateIndex("IX_dialogue_merges_Into", "dialogue_merges", "Into");
    }
}
