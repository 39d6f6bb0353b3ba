using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>A post and what answers it becomes a conversation of its own, in the thread that another is held in.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_1615_splits")]
public sealed class Splits : Migration
{
    private const string Conversations = "dialogue_conversations";
    private const string Thread = "IX_dialogue_conversations_thread";

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Branch", Conversations, nullable: false, defaultValue: "");
        migrationBuilder.AddColumn<Guid>("SplitFrom", Conversations, nullable: true);
        migrationBuilder.AddColumn<bool>("HasBranches", Conversations, nullable: false, defaultValue: false);
        migrationBuilder.DropIndex(Thread, Conversations);
        migrationBuilder.CreateIndex(Thread, Conversations, ["Organisation", "Channel", "RootUri", "AuthorKey", "Branch"], unique: true);
    }
}
