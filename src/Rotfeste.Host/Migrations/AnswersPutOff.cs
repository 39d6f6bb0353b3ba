using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>Answers after which the conversation rests until a time.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_1313_answers-put-off")]
public sealed class AnswersPutOff : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<long>("PutOffUntil", "dialogue_answers", nullable: true);
}
