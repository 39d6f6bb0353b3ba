using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>For how long the words of conversations are kept.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_1320_conversation-keeping")]
public sealed class ConversationKeeping : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "dialogue_keeping_rules",
            t => new
            {
                Organisation = t.Column<Guid>(nullable: false),
                Days = t.Column<int>(nullable: true),
                By = t.Column<Guid>(nullable: false),
                At = t.Column<long>(nullable: false),
                Chain = t.Column<Guid>(nullable: false),
                Version = t.Column<long>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_dialogue_keeping_rules", x => x.Organisation));
        migrationBuilder.AddColumn<long>("ForgottenAt", "dialogue_conversations", nullable: true);
        migrationBuilder.CreateIndex("IX_dialogue_conversations_age", "dialogue_conversations", ["Organisation", "ForgottenAt", "LastPostAt"]);
    }
}
