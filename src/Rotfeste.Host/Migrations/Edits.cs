using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>When an author changed a post, and when its network is asked again.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_0838_edits")]
public sealed class Edits : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("ChangedAt", "listening_posts", nullable: true);
        migrationBuilder.AddColumn<long>("CheckAt", "listening_posts", nullable: true);
        migrationBuilder.CreateIndex("IX_listening_posts_CheckAt", "listening_posts", "CheckAt", filter: "\"CheckAt\" IS NOT NULL");
    }
}
