using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>Storms and emergencies.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_0905_unusual-situations")]
public sealed class UnusualSituations : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "dialogue_unusual_situations",
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Title = t.Column<string>(nullable: false),
                Lead = t.Column<Guid>(nullable: false),
                OnCall = t.Column<string>(nullable: false),
                Agreed = t.Column<string>(nullable: false),
                HoldsPublishing = t.Column<bool>(nullable: false),
                BeganAt = t.Column<long>(nullable: false),
                BeganBy = t.Column<Guid>(nullable: false),
                EndedAt = t.Column<long>(nullable: true),
                LookBack = t.Column<string>(nullable: false),
                Version = t.Column<long>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_dialogue_unusual_situations", x => x.Id));
        migrationBuilder.CreateIndex("IX_dialogue_unusual_situations_Organisation_BeganAt", "dialogue_unusual_situations", ["Organisation", "BeganAt"]);
    }
}
