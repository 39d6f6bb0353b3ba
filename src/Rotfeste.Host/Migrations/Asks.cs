using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>What people know, and who of them is asked.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_1024_asks")]
public sealed class Asks : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("AskMinutes", "dialogue_plans", nullable: false, defaultValue: 60);
        migrationBuilder.CreateTable(
            "dialogue_knowings",
            t => new
            {
                Organisation = t.Column<Guid>(nullable: false),
                Person = t.Column<Guid>(nullable: false),
                Lines = t.Column<string>(nullable: false),
                AwayUntil = t.Column<string>(nullable: true),
                MostAtOnce = t.Column<int>(nullable: false),
                Version = t.Column<long>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_dialogue_knowings", x => new { x.Organisation, x.Person }));
        migrationBuilder.CreateTable(
            "dialogue_asks",
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Conversation = t.Column<Guid>(nullable: false),
                Asked = t.Column<Guid>(nullable: false),
                By = t.Column<Guid>(nullable: false),
                Subject = t.Column<string>(nullable: false),
                At = t.Column<long>(nullable: false),
                GoesOnAt = t.Column<long>(nullable: false),
                State = t.Column<string>(nullable: false),
                EndedAt = t.Column<long>(nullable: true),
                Fact = t.Column<string>(nullable: false),
                Version = t.Column<long>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_dialogue_asks", x => x.Id);
                t.ForeignKey("FK_dialogue_asks_conversation", x => x.Conversation, "dialogue_conversations", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_dialogue_asks_Conversation", "dialogue_asks", "Conversation");
        migrationBuilder.CreateIndex("IX_dialogue_asks_Organisation_Asked_State", "dialogue_asks", ["Organisation", "Asked", "State"]);
        migrationBuilder.CreateIndex("IX_dialogue_asks_Organisation_At", "dialogue_asks", ["Organisation", "At"]);
    }
}
