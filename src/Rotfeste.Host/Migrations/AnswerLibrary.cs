using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Dialogue;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>Answers that lie ready, found by words.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_0820_answer-library")]
public sealed class AnswerLibrary : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "dialogue_library",
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Topic = t.Column<string>(nullable: false),
                Question = t.Column<string>(nullable: false),
                Text = t.Column<string>(nullable: false),
                Language = t.Column<string>(nullable: false),
                Sources = t.Column<string>(nullable: false),
                Owner = t.Column<Guid>(nullable: false),
                ReviewOn = t.Column<string>(nullable: false),
                From = t.Column<Guid>(nullable: true),
                KeptAt = t.Column<long>(nullable: false),
                KeptBy = t.Column<Guid>(nullable: false),
                Slug = t.Column<string>(nullable: true),
                PublicSince = t.Column<long>(nullable: true),
                Used = t.Column<int>(nullable: false),
                Helped = t.Column<int>(nullable: false),
                DidNotHelp = t.Column<int>(nullable: false),
                Version = t.Column<long>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_dialogue_library", x => x.Id));
        migrationBuilder.CreateIndex("IX_dialogue_library_Organisation_Slug", "dialogue_library", ["Organisation", "Slug"], unique: true);
        foreach (var statement in DialogueRoom.LibraryWords.Create(ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true))
            migrationBuilder.Sql(statement);
    }
}
