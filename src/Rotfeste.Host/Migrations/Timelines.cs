using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>Public lists of servers, and how far they are read.</summary>
[DbContext(typeof(AppDb)), Migration("20261125_0517_timelines")]
public sealed class Timelines : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "listening_timelines",
        table => new
        {
            Channel = table.Column<Guid>(nullable: false),
            Tag = table.Column<string>(nullable: false),
            Organisation = table.Column<Guid>(nullable: false),
            Position = table.Column<string>(nullable: true),
            AskedAt = table.Column<long>(nullable: true),
            HeardAt = table.Column<long>(nullable: true),
            RefusedSince = table.Column<long>(nullable: true),
            OverrunAt = table.Column<long>(nullable: true),
        },
        constraints: table => table.PrimaryKey("PK_listening_timelines", row => new { row.Channel, row.Tag }));
}
