using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>Pictures that go with answers.</summary>
[DbContext(typeof(AppDb)), Migration("20261125_0510_answer_pictures")]
public sealed class AnswerPictures : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Pictures", "channels_items", nullable: true);
        migrationBuilder.CreateTable(
            "dialogue_pictures",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Organisation = table.Column<Guid>(nullable: false),
                Conversation = table.Column<Guid>(nullable: false),
                Person = table.Column<Guid>(nullable: false),
                Answer = table.Column<Guid>(nullable: true),
                Hash = table.Column<string>(nullable: false),
                Kind = table.Column<string>(nullable: false),
                AltText = table.Column<string>(nullable: false),
                Width = table.Column<int>(nullable: false),
                Height = table.Column<int>(nullable: false),
                AddedAt = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_dialogue_pictures", row => row.Id);
                table.ForeignKey(
                    "FK_dialogue_pictures_dialogue_conversations_Conversation", row => row.Conversation, "dialogue_conversations", "Id",
                    onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_dialogue_pictures_Conversation_Person", "dialogue_pictures", ["Conversation", "Person"]);
    }
}
