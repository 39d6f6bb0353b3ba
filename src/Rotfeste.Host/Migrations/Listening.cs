using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>Posts, searches, mentions and what the stream needs.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261122_0920_listening")]
public sealed class Listening : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Posts(migrationBuilder);
        Searches(migrationBuilder);
        Mentions(migrationBuilder);
        Streams(migrationBuilder);
    }

    private static void Posts(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "listening_posts",
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Network = t.Column<string>(nullable: false),
                Uri = t.Column<string>(nullable: false),
                ContentId = t.Column<string>(nullable: false),
                WebLink = t.Column<string>(nullable: true),
                AuthorAccount = t.Column<string>(nullable: false),
                AuthorHandle = t.Column<string>(nullable: false),
                AuthorName = t.Column<string>(nullable: false),
                AuthorKey = t.Column<string>(nullable: false),
                Text = t.Column<string>(nullable: false),
                IsCut = t.Column<bool>(nullable: false),
                Languages = t.Column<string>(nullable: false),
                CreatedAt = t.Column<long>(nullable: false),
                StoredAt = t.Column<long>(nullable: false),
                RootUri = t.Column<string>(nullable: true),
                RootContentId = t.Column<string>(nullable: true),
                ParentUri = t.Column<string>(nullable: true),
                ParentContentId = t.Column<string>(nullable: true),
                Quotes = t.Column<string>(nullable: true),
                MentionedAccounts = t.Column<string>(nullable: false),
                Links = t.Column<string>(nullable: false),
                Pictures = t.Column<string>(nullable: false),
                Likes = t.Column<int>(nullable: true),
                IsOurs = t.Column<bool>(nullable: false),
                Erased = t.Column<string>(nullable: true),
                AwaitsName = t.Column<bool>(nullable: false),
                SeenUs = t.Column<long>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_listening_posts", x => x.Id));
        migrationBuilder.CreateIndex("IX_listening_posts_Uri_Organisation", "listening_posts", ["Uri", "Organisation"], unique: true);
        migrationBuilder.CreateIndex("IX_listening_posts_RootUri_Organisation", "listening_posts", ["RootUri", "Organisation"]);
        migrationBuilder.CreateIndex("IX_listening_posts_Organisation_CreatedAt", "listening_posts", ["Organisation", "CreatedAt"]);
        migrationBuilder.CreateIndex("IX_listening_posts_AuthorAccount", "listening_posts", "AuthorAccount");
        migrationBuilder.CreateIndex("IX_listening_posts_AwaitsName_StoredAt", "listening_posts", ["AwaitsName", "StoredAt"]);
        migrationBuilder.CreateTable(
            "listening_author_secrets",
            t => new { Organisation = t.Column<Guid>(nullable: false), Seal = t.Column<string>(nullable: false) },
            constraints: t => t.PrimaryKey("PK_listening_author_secrets", x => x.Organisation));
        migrationBuilder.CreateTable(
            "listening_addressed",
            t => new
            {
                Organisation = t.Column<Guid>(nullable: false),
                Post = t.Column<Guid>(nullable: false),
                Channel = t.Column<Guid>(nullable: false),
                Kind = t.Column<string>(nullable: false),
                At = t.Column<long>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_listening_addressed", x => new { x.Organisation, x.Post, x.Channel }));
    }

    private static void Searches(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "listening_searches",
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Name = t.Column<string>(nullable: false),
                Query = t.Column<string>(nullable: false),
                CreatedAt = t.Column<long>(nullable: false),
                StoppedAt = t.Column<long>(nullable: true),
                Version = t.Column<long>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_listening_searches", x => x.Id));
        migrationBuilder.CreateIndex("IX_listening_searches_Organisation_Name", "listening_searches", ["Organisation", "Name"]);
        migrationBuilder.CreateTable(
            "listening_counts",
            t => new
            {
                Organisation = t.Column<Guid>(nullable: false),
                Search = t.Column<Guid>(nullable: false),
                Hour = t.Column<long>(nullable: false),
                Count = t.Column<long>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_listening_counts", x => new { x.Organisation, x.Search, x.Hour }));
    }

    private static void Mentions(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "listening_mentions",
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Post = t.Column<Guid>(nullable: false),
                At = t.Column<long>(nullable: false),
                FoundAt = t.Column<long>(nullable: false),
                DismissedAt = t.Column<long>(nullable: true),
                DismissedBy = t.Column<Guid>(nullable: true),
                TakenAt = t.Column<long>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_listening_mentions", x => x.Id));
        migrationBuilder.CreateIndex("IX_listening_mentions_Organisation_Post", "listening_mentions", ["Organisation", "Post"], unique: true);
        migrationBuilder.CreateIndex("IX_listening_mentions_Organisation_At_Id", "listening_mentions", ["Organisation", "At", "Id"]);
        migrationBuilder.CreateTable(
            "listening_hits",
            t => new
            {
                Mention = t.Column<Guid>(nullable: false),
                Search = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                At = t.Column<long>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_listening_hits", x => new { x.Mention, x.Search }));
        migrationBuilder.CreateIndex("IX_listening_hits_Search_At_Mention", "listening_hits", ["Search", "At", "Mention"]);
    }

    private static void Streams(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "listening_cursors",
            t => new { Stream = t.Column<string>(nullable: false), StoredUs = t.Column<long>(nullable: false) },
            constraints: t => t.PrimaryKey("PK_listening_cursors", x => x.Stream));
        migrationBuilder.CreateTable(
            "listening_gaps",
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Stream = t.Column<string>(nullable: false),
                From = t.Column<long>(nullable: false),
                Until = t.Column<long>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_listening_gaps", x => x.Id));
        migrationBuilder.CreateIndex("IX_listening_gaps_Stream_From", "listening_gaps", ["Stream", "From"], unique: true);
    }
}
