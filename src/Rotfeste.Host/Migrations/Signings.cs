using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>How answers are signed at a channel and in a language.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_1205_signings")]
public sealed class Signings : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Signing", "channels_accounts", nullable: true);
        migrationBuilder.CreateTable(
            "people_unit_names",
            t => new
            {
                Unit = t.Column<Guid>(nullable: false),
                Language = t.Column<string>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Name = t.Column<string>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_people_unit_names", x => new { x.Unit, x.Language }));
    }
}
