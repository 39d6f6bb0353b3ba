using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>Conversations, answers and drafts.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261122_0930_dialogue")]
public sealed class Dialogue : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Conversations(migrationBuilder);
        Posts(migrationBuilder);
        Answers(migrationBuilder);
        Drafts(migrationBuilder);
    }

    private static void Conversations(MigrationBuilder migrationBuilder)
    {
        const string table = "dialogue_conversations";
        migrationBuilder.CreateTable(
            table,
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Channel = t.Column<Guid>(nullable: false),
                RootUri = t.Column<string>(nullable: false),
                AuthorKey = t.Column<string>(nullable: false),
                TakenBy = t.Column<Guid>(nullable: true),
                TakenAt = t.Column<long>(nullable: true),
                WaitingSince = t.Column<long>(nullable: true),
                LastPost = t.Column<Guid>(nullable: false),
                LastPostAt = t.Column<long>(nullable: false),
                LastNumber = t.Column<int>(nullable: false),
                AnsweredUpTo = t.Column<int>(nullable: false),
                Order = t.Column<Guid>(nullable: true),
                WasRefused = t.Column<bool>(nullable: false),
                ClosedAt = t.Column<long>(nullable: true),
                ClosedBy = t.Column<Guid>(nullable: true),
                Outcome = t.Column<string>(nullable: true),
                State = t.Column<string>(nullable: false),
                Place = t.Column<long>(nullable: false),
                Version = t.Column<long>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_dialogue_conversations", x => x.Id));
        migrationBuilder.CreateIndex(
            "IX_dialogue_conversations_thread", table, ["Organisation", "Channel", "RootUri", "AuthorKey"], unique: true);
        migrationBuilder.CreateIndex(
            "IX_dialogue_conversations_place", table, ["Organisation", "Place", "Id", "Channel", "TakenBy"]);
        migrationBuilder.CreateIndex(
            "IX_dialogue_conversations_taken", table, ["Organisation", "TakenBy", "Place", "Id", "Channel"]);
    }

    private static void Posts(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "dialogue_conversation_posts",
            t => new
            {
                Organisation = t.Column<Guid>(nullable: false),
                Post = t.Column<Guid>(nullable: false),
                Conversation = t.Column<Guid>(nullable: false),
                Number = t.Column<int>(nullable: false),
                At = t.Column<long>(nullable: false),
                IsErased = t.Column<bool>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_dialogue_conversation_posts", x => new { x.Organisation, x.Post });
                t.ForeignKey(
                    "FK_dialogue_conversation_posts_conversation",
                    x => x.Conversation, "dialogue_conversations", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_dialogue_conversation_posts_Conversation", "dialogue_conversation_posts", "Conversation");
    }

    private static void Answers(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "dialogue_answers",
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Conversation = t.Column<Guid>(nullable: false),
                By = t.Column<Guid>(nullable: false),
                Text = t.Column<string>(nullable: false),
                Signature = t.Column<string>(nullable: false),
                Order = t.Column<Guid>(nullable: false),
                Number = t.Column<int>(nullable: false),
                SeenUpTo = t.Column<int>(nullable: false),
                WrittenAt = t.Column<long>(nullable: false),
                GoesAt = t.Column<long>(nullable: false),
                State = t.Column<string>(nullable: false),
                Reason = t.Column<string>(nullable: false),
                SentAt = t.Column<long>(nullable: true),
                Version = t.Column<long>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_dialogue_answers", x => x.Id);
                t.ForeignKey(
                    "FK_dialogue_answers_dialogue_conversations_Conversation",
                    x => x.Conversation, "dialogue_conversations", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_dialogue_answers_Order", "dialogue_answers", "Order", unique: true);
        migrationBuilder.CreateIndex("IX_dialogue_answers_Conversation", "dialogue_answers", "Conversation");
    }

    private static void Drafts(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "dialogue_drafts",
        t => new
        {
            Conversation = t.Column<Guid>(nullable: false),
            Person = t.Column<Guid>(nullable: false),
            Organisation = t.Column<Guid>(nullable: false),
            Text = t.Column<string>(nullable: false),
            KeptAt = t.Column<long>(nullable: false),
        },
        constraints: t =>
        {
            t.PrimaryKey("PK_dialogue_drafts", x => new { x.Conversation, x.Person });
            t.ForeignKey(
                "FK_dialogue_drafts_dialogue_conversations_Conversation",
                x => x.Conversation, "dialogue_conversations", "Id", onDelete: ReferentialAction.Cascade);
        });
}
