using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>Programs that work for a person.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_1256_personal-tokens")]
public sealed class PersonalTokens : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "people_tokens",
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Person = t.Column<Guid>(nullable: false),
                Name = t.Column<string>(nullable: false),
                Hash = t.Column<string>(nullable: false),
                ScopeLine = t.Column<string>(nullable: false),
                MadeAt = t.Column<long>(nullable: false),
                ExpiresAt = t.Column<long>(nullable: false),
                LastUsedOn = t.Column<string>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_people_tokens", x => x.Id));
        migrationBuilder.CreateIndex("IX_people_tokens_Hash", "people_tokens", "Hash", unique: true);
        migrationBuilder.CreateIndex("IX_people_tokens_Organisation_Person", "people_tokens", ["Organisation", "Person"]);
        migrationBuilder.CreateTable(
            "dialogue_program_replies",
            t => new
            {
                Organisation = t.Column<Guid>(nullable: false),
                Person = t.Column<Guid>(nullable: false),
                Key = t.Column<string>(nullable: false),
                Asked = t.Column<string>(nullable: false),
                Conversation = t.Column<Guid>(nullable: false),
                Answer = t.Column<Guid>(nullable: false),
                GoesAt = t.Column<long>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_dialogue_program_replies", x => new { x.Organisation, x.Person, x.Key }));
    }
}
