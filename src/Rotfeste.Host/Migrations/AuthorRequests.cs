using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>How many conversations an author's request concerned.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_1312_author-requests")]
public sealed class AuthorRequests : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<int>("Others", "listening_author_requests", nullable: false, defaultValue: 0);
}
