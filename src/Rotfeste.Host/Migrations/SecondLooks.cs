using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>Colleagues look at drafts, and at the first answers of those who are new where an organisation wishes it.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_1250_second_looks")]
public sealed class SecondLooks : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "dialogue_second_looks",
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Conversation = t.Column<Guid>(nullable: false),
                Writer = t.Column<Guid>(nullable: false),
                Reader = t.Column<Guid>(nullable: false),
                Words = t.Column<string>(nullable: false),
                Doubt = t.Column<string>(nullable: false),
                State = t.Column<string>(nullable: false),
                At = t.Column<long>(nullable: false),
                Comment = t.Column<string>(nullable: false),
                Suggested = t.Column<string>(nullable: false),
                Version = t.Column<long>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_dialogue_second_looks", x => x.Id);
                t.ForeignKey("FK_dialogue_second_looks_conversation", x => x.Conversation, "dialogue_conversations", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_dialogue_second_looks_Conversation_Writer_Reader", "dialogue_second_looks", ["Conversation", "Writer", "Reader"], unique: true);
        migrationBuilder.CreateTable(
            "dialogue_newcomer_rules",
            t => new
            {
                Organisation = t.Column<Guid>(nullable: false),
                Answers = t.Column<int>(nullable: false),
                Version = t.Column<long>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_dialogue_newcomer_rules", x => x.Organisation));
        migrationBuilder.CreateIndex("IX_dialogue_answers_Organisation_By", "dialogue_answers", ["Organisation", "By"]);
    }
}
