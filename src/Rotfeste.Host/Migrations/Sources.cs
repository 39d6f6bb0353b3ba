using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>Sources beside the open stream, their gaps, imports, signed messages and tips.</summary>
[DbContext(typeof(AppDb)), Migration("20261125_0450_sources")]
public sealed class Sources : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateSources(migrationBuilder);
        CreateGaps(migrationBuilder);
        CreateImports(migrationBuilder);
        CreateMessages(migrationBuilder);
        CreateTips(migrationBuilder);
    }

    private static void CreateSources(MigrationBuilder migration)
    {
        migration.CreateTable(
            "listening_sources",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Organisation = table.Column<Guid>(nullable: false),
                Kind = table.Column<string>(nullable: false),
                Name = table.Column<string>(nullable: false),
                Address = table.Column<string>(nullable: false),
                TakesAll = table.Column<bool>(nullable: false),
                AddedAt = table.Column<long>(nullable: false),
                AddedBy = table.Column<Guid>(nullable: false),
                PausedAt = table.Column<long>(nullable: true),
                Trouble = table.Column<string>(nullable: false),
                TroubleSince = table.Column<long>(nullable: true),
                AskedAt = table.Column<long>(nullable: true),
                HeardAt = table.Column<long>(nullable: true),
                NewAt = table.Column<long>(nullable: true),
                ETag = table.Column<string>(nullable: true),
                LastModified = table.Column<string>(nullable: true),
                PaceMinutes = table.Column<int>(nullable: false),
                Held = table.Column<string>(nullable: false),
                SealedSecret = table.Column<string>(nullable: true),
                Version = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_listening_sources", row => row.Id));
        migration.CreateIndex("IX_listening_sources_Organisation_Kind", "listening_sources", ["Organisation", "Kind"]);
        migration.CreateTable(
            "listening_source_days",
            table => new
            {
                Organisation = table.Column<Guid>(nullable: false),
                Source = table.Column<Guid>(nullable: false),
                Day = table.Column<string>(nullable: false),
                Received = table.Column<long>(nullable: false),
                Found = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_listening_source_days", row => new { row.Source, row.Day }));
    }

    private static void CreateGaps(MigrationBuilder migration)
    {
        migration.CreateTable(
            "listening_source_gaps",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Organisation = table.Column<Guid>(nullable: false),
                Source = table.Column<Guid>(nullable: false),
                From = table.Column<long>(nullable: false),
                Until = table.Column<long>(nullable: false),
                Why = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_listening_source_gaps", row => row.Id));
        migration.CreateIndex("IX_listening_source_gaps_Organisation_Until", "listening_source_gaps", ["Organisation", "Until"]);
    }

    private static void CreateImports(MigrationBuilder migration)
    {
        migration.CreateTable(
            "listening_imports",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Organisation = table.Column<Guid>(nullable: false),
                Source = table.Column<Guid>(nullable: false),
                FileName = table.Column<string>(nullable: false),
                Hash = table.Column<string>(nullable: false),
                Size = table.Column<long>(nullable: false),
                TakesAll = table.Column<bool>(nullable: false),
                StartedAt = table.Column<long>(nullable: false),
                StartedBy = table.Column<Guid>(nullable: true),
                Position = table.Column<long>(nullable: false),
                Lines = table.Column<long>(nullable: false),
                Received = table.Column<long>(nullable: false),
                Found = table.Column<long>(nullable: false),
                Bad = table.Column<long>(nullable: false),
                WrongLines = table.Column<string>(nullable: false),
                State = table.Column<string>(nullable: false),
                EndedAt = table.Column<long>(nullable: true),
                Version = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_listening_imports", row => row.Id));
        migration.CreateIndex("IX_listening_imports_Organisation_StartedAt", "listening_imports", ["Organisation", "StartedAt"]);
    }

    private static void CreateMessages(MigrationBuilder migration)
    {
        migration.CreateTable(
            "listening_source_messages",
            table => new
            {
                Organisation = table.Column<Guid>(nullable: false),
                Source = table.Column<Guid>(nullable: false),
                Message = table.Column<string>(nullable: false),
                At = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_listening_source_messages", row => new { row.Source, row.Message }));
        migration.CreateIndex("IX_listening_source_messages_At", "listening_source_messages", "At");
    }

    private static void CreateTips(MigrationBuilder migration)
    {
        migration.CreateTable(
            "listening_tips",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Organisation = table.Column<Guid>(nullable: false),
                Mention = table.Column<Guid>(nullable: false),
                Person = table.Column<Guid>(nullable: false),
                Why = table.Column<string>(nullable: false),
                At = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_listening_tips", row => row.Id));
        migration.CreateIndex("IX_listening_tips_Mention_Person", "listening_tips", ["Mention", "Person"], unique: true);
        migration.CreateIndex("IX_listening_tips_Organisation_Person", "listening_tips", ["Organisation", "Person"]);
    }
}
