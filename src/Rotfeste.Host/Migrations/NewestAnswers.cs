using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>The newest answers are found without looking at all.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_1245_newest-answers")]
public sealed class NewestAnswers : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateIndex("IX_dialogue_answers_Organisation_WrittenAt", "dialogue_answers", ["Organisation", "WrittenAt"]);
}
