using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>By which requests programs answered goes with its conversation; what was forgotten before takes it along now.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_1536_replies-of-conversations")]
public sealed class RepliesOfConversations : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateIndex("IX_dialogue_program_replies_Conversation", "dialogue_program_replies", "Conversation");
        migrationBuilder.Sql(
            """
            DELETE FROM dialogue_program_replies WHERE "Conversation" IN (
                SELECT "Id" FROM dialogue_conversations WHERE "ForgottenAt" IS NOT NULL)
            """);
    }
}
