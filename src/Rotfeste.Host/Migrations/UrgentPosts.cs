using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>What went out because it could not wait, and what it was.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_0500_urgent-posts")]
public sealed class UrgentPosts : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "initiatives_urgent_posts",
            t => new
            {
                Item = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Channel = t.Column<Guid>(nullable: false),
                Initiative = t.Column<Guid>(nullable: true),
                By = t.Column<Guid>(nullable: false),
                At = t.Column<long>(nullable: false),
                Explanation = t.Column<string>(nullable: false),
                Salt = t.Column<string>(nullable: false),
                ExplainedBy = t.Column<Guid>(nullable: true),
                ExplainedAt = t.Column<long>(nullable: true),
                Version = t.Column<long>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_initiatives_urgent_posts", x => x.Item));
        migrationBuilder.CreateIndex("IX_initiatives_urgent_posts_Organisation_Channel", "initiatives_urgent_posts", ["Organisation", "Channel"]);
        migrationBuilder.CreateIndex("IX_initiatives_urgent_posts_Organisation_Initiative", "initiatives_urgent_posts", ["Organisation", "Initiative"]);
    }
}
