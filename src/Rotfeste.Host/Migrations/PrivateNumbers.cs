using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>Where private matters belong, what was no private number, and who has asked to see some.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_0800_private-numbers")]
public sealed class PrivateNumbers : Migration
{
    private const string Conversations = "dialogue_conversations";

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "dialogue_private_settings",
            t => new
            {
                Organisation = t.Column<Guid>(nullable: false),
                SafePlace = t.Column<string>(nullable: false),
                Own = t.Column<string>(nullable: false),
                Version = t.Column<long>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_dialogue_private_settings", x => x.Organisation));
        migrationBuilder.CreateTable(
            "dialogue_false_alarms",
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Conversation = t.Column<Guid>(nullable: false),
                Code = t.Column<string>(nullable: false),
                Kind = t.Column<string>(nullable: false),
                By = t.Column<Guid>(nullable: false),
                At = t.Column<long>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_dialogue_false_alarms", x => x.Id);
                t.ForeignKey("FK_dialogue_false_alarms_conversation", x => x.Conversation, Conversations, "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_dialogue_false_alarms_Conversation", "dialogue_false_alarms", "Conversation");
        migrationBuilder.CreateIndex("IX_dialogue_false_alarms_Organisation", "dialogue_false_alarms", "Organisation");
        migrationBuilder.CreateTable(
            "dialogue_number_sights",
            t => new
            {
                Conversation = t.Column<Guid>(nullable: false),
                Person = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Until = t.Column<long>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_dialogue_number_sights", x => new { x.Conversation, x.Person });
                t.ForeignKey("FK_dialogue_number_sights_conversation", x => x.Conversation, Conversations, "Id", onDelete: ReferentialAction.Cascade);
            });
    }
}
