using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>How criticism is met, why there was no answer, and what was reported.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_0840_sour-words")]
public sealed class SourWords : Migration
{
    private const string Conversations = "dialogue_conversations";

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "dialogue_criticism_plans",
            t => new
            {
                Organisation = t.Column<Guid>(nullable: false),
                Guide = t.Column<string>(nullable: false),
                Care = t.Column<string>(nullable: false),
                Label = t.Column<Guid>(nullable: true),
                Version = t.Column<long>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_dialogue_criticism_plans", x => x.Organisation));
        migrationBuilder.CreateTable(
            "dialogue_silences",
            t => new
            {
                Conversation = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                By = t.Column<Guid>(nullable: false),
                At = t.Column<long>(nullable: false),
                Reason = t.Column<string>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_dialogue_silences", x => x.Conversation);
                t.ForeignKey("FK_dialogue_silences_conversation", x => x.Conversation, Conversations, "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "dialogue_harassment_reports",
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Conversation = t.Column<Guid>(nullable: false),
                By = t.Column<Guid>(nullable: false),
                At = t.Column<long>(nullable: false),
                Kind = t.Column<string>(nullable: false),
                Words = t.Column<string>(nullable: false),
                IsCovered = t.Column<bool>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_dialogue_harassment_reports", x => x.Id);
                t.ForeignKey("FK_dialogue_harassment_reports_conversation", x => x.Conversation, Conversations, "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_dialogue_harassment_reports_Conversation", "dialogue_harassment_reports", "Conversation");
        migrationBuilder.CreateIndex("IX_dialogue_harassment_reports_Organisation", "dialogue_harassment_reports", "Organisation");
    }
}
