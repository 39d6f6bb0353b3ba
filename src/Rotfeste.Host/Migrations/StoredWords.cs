using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Dialogue;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>On PostgreSQL the words that are searched for stand in columns of their own; millions of rows take minutes, once.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_1555_stored-words")]
public sealed class StoredWords : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateIndex("IX_dialogue_notes_Organisation_At", "dialogue_notes", ["Organisation", "At"]);
        if (ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true)
            return;

        foreach (var statement in DialogueRoom.FullTexts.Append(DialogueRoom.LibraryWords).SelectMany(t => t.Store()))
            migrationBuilder.Sql(statement);
    }
}
