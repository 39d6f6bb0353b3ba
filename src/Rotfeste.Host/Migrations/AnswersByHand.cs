using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>Answers that their writers gave where the question was asked.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_1012_answers-by-hand")]
public sealed class AnswersByHand : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>("IsByHand", "dialogue_answers", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<string>("Link", "dialogue_answers", nullable: true);
    }
}
