using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>One unusual situation at a time; where two were begun at once the newest goes on.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_1310_one-situation")]
public sealed class OneSituation : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            UPDATE dialogue_unusual_situations SET "EndedAt" = "BeganAt" WHERE "EndedAt" IS NULL AND EXISTS (
                SELECT 1 FROM dialogue_unusual_situations AS newer
                WHERE newer."Organisation" = dialogue_unusual_situations."Organisation" AND newer."EndedAt" IS NULL
                AND (newer."BeganAt" > dialogue_unusual_situations."BeganAt"
                    OR (newer."BeganAt" = dialogue_unusual_situations."BeganAt" AND newer."Id" > dialogue_unusual_situations."Id")))
            """);
        migrationBuilder.CreateIndex(
            "IX_dialogue_unusual_situations_Organisation", "dialogue_unusual_situations", "Organisation", unique: true, filter: "\"EndedAt\" IS NULL");
    }
}
