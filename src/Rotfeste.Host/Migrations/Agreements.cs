using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>Agreements, their happenings, the words of their versions and what people wrote.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_0115_agreements")]
public sealed class Agreements : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        OneRowEach(migrationBuilder);
        Happenings(migrationBuilder);
        Texts(migrationBuilder);
    }

    private static void OneRowEach(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "agreements_agreements",
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                SubjectKind = t.Column<string>(nullable: false),
                SubjectId = t.Column<Guid>(nullable: false),
                Length = t.Column<int>(nullable: false),
                Head = t.Column<string>(nullable: false),
                Standings = t.Column<string>(nullable: false),
                ToldUpTo = t.Column<string>(nullable: true),
                Version = t.Column<long>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_agreements_agreements", x => x.Id));
        migrationBuilder.CreateIndex(
            "IX_agreements_agreements_subject", "agreements_agreements", ["Organisation", "SubjectKind", "SubjectId"], unique: true);
    }

    private static void Happenings(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "agreements_happenings",
        t => new
        {
            Agreement = t.Column<Guid>(nullable: false),
            Number = t.Column<int>(nullable: false),
            Organisation = t.Column<Guid>(nullable: false),
            At = t.Column<long>(nullable: false),
            By = t.Column<Guid>(nullable: true),
            What = t.Column<string>(nullable: false),
        },
        constraints: t => t.PrimaryKey("PK_agreements_happenings", x => new { x.Agreement, x.Number }));

    private static void Texts(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "agreements_versions",
            t => new
            {
                Agreement = t.Column<Guid>(nullable: false),
                Number = t.Column<int>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Sections = t.Column<string>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_agreements_versions", x => new { x.Agreement, x.Number }));
        migrationBuilder.CreateTable(
            "agreements_words",
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Agreement = t.Column<Guid>(nullable: false),
                By = t.Column<Guid>(nullable: false),
                Hash = t.Column<string>(nullable: false),
                Salt = t.Column<string>(nullable: true),
                Text = t.Column<string>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_agreements_words", x => x.Id));
        migrationBuilder.CreateIndex("IX_agreements_words_Agreement", "agreements_words", "Agreement");
        migrationBuilder.CreateIndex("IX_agreements_words_Organisation_By", "agreements_words", ["Organisation", "By"]);
    }
}
