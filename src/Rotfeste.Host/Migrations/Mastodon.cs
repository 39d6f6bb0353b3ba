using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>A second network: what its servers take, how far an account is taken in, and who may see a post.</summary>
[DbContext(typeof(AppDb)), Migration("20261125_0448_mastodon")]
public sealed class Mastodon : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("MostLetters", "channels_accounts", nullable: true);
        migrationBuilder.AddColumn<int>("LettersPerLink", "channels_accounts", nullable: true);
        migrationBuilder.AddColumn<int>("LongestAltText", "channels_accounts", nullable: true);
        migrationBuilder.AddColumn<string>("Lacks", "channels_accounts", nullable: true);
        migrationBuilder.AddColumn<string>("WebLink", "channels_items", nullable: true);
        migrationBuilder.AddColumn<long>("CheckAt", "channels_events", nullable: true);
        migrationBuilder.CreateIndex("IX_channels_events_Channel_CheckAt", "channels_events", ["Channel", "CheckAt"]);
        migrationBuilder.AddColumn<string>("Audience", "listening_posts", nullable: true);
        migrationBuilder.AddColumn<string>("Warning", "listening_posts", nullable: true);
        migrationBuilder.CreateTable(
            "channels_mastodon_marks",
            table => new
            {
                Channel = table.Column<Guid>(nullable: false),
                Organisation = table.Column<Guid>(nullable: false),
                Position = table.Column<string>(nullable: true),
                Top = table.Column<string>(nullable: true),
                Back = table.Column<string>(nullable: true),
                LookedAt = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_channels_mastodon_marks", row => row.Channel));
    }
}
