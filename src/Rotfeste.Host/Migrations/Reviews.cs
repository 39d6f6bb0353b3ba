using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>Looking again can be a stage of its own.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_0445_reviews")]
public sealed class Reviews : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<bool>("HasReview", "initiatives_initiatives", nullable: false, defaultValue: false);
}
