using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>Colleagues called in notes, notes taken away, conversations followed.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_1250_talks")]
public sealed class Talks : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Called", "dialogue_notes", nullable: false, defaultValue: "");
        migrationBuilder.AddColumn<long>("RemovedAt", "dialogue_notes", nullable: true);
        migrationBuilder.CreateTable(
            "dialogue_followings",
            t => new
            {
                Conversation = t.Column<Guid>(nullable: false),
                Person = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_dialogue_followings", x => new { x.Conversation, x.Person });
                t.ForeignKey("FK_dialogue_followings_conversation", x => x.Conversation, "dialogue_conversations", "Id", onDelete: ReferentialAction.Cascade);
            });
    }
}
