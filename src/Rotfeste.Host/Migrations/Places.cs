using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>Everyone's place in every agreement; filled from the histories when the schema has been brought up to date.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_0436_places")]
public sealed class Places : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "agreements_places",
            t => new
            {
                Agreement = t.Column<Guid>(nullable: false),
                Person = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                SubjectKind = t.Column<string>(nullable: false),
                SubjectId = t.Column<Guid>(nullable: false),
                IsAsked = t.Column<bool>(nullable: false),
                Worth = t.Column<string>(nullable: true),
                HoldsUntil = t.Column<string>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_agreements_places", x => new { x.Agreement, x.Person }));
        migrationBuilder.CreateIndex(
            "IX_agreements_places_Organisation_Person_SubjectKind", "agreements_places", ["Organisation", "Person", "SubjectKind"]);
    }
}
