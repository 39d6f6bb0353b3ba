using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>Answers that colleagues found good, and why.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_0910_good-answers")]
public sealed class GoodAnswers : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "dialogue_good_answers",
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Answer = t.Column<Guid>(nullable: false),
                Conversation = t.Column<Guid>(nullable: false),
                By = t.Column<Guid>(nullable: false),
                At = t.Column<long>(nullable: false),
                Why = t.Column<string>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_dialogue_good_answers", x => x.Id);
                t.ForeignKey("FK_dialogue_good_answers_answer", x => x.Answer, "dialogue_answers", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_dialogue_good_answers_Organisation_At", "dialogue_good_answers", ["Organisation", "At"]);
        migrationBuilder.CreateIndex("IX_dialogue_good_answers_Answer", "dialogue_good_answers", "Answer");
    }
}
