using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>Other systems that are told what happens.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_1312_hooks")]
public sealed class Hooks : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "dialogue_hooks",
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Host = t.Column<string>(nullable: false),
                SealedAddress = t.Column<string>(nullable: false),
                SealedSecret = t.Column<string>(nullable: false),
                EventLine = t.Column<string>(nullable: false),
                AddedBy = t.Column<Guid>(nullable: false),
                AddedAt = t.Column<long>(nullable: false),
                DeliveredAt = t.Column<long>(nullable: true),
                FailingSince = t.Column<long>(nullable: true),
                RestsUntil = t.Column<long>(nullable: true),
                StoppedAt = t.Column<long>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_dialogue_hooks", x => x.Id));
        migrationBuilder.CreateIndex("IX_dialogue_hooks_Organisation", "dialogue_hooks", "Organisation");
        migrationBuilder.CreateTable(
            "dialogue_hook_messages",
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Hook = t.Column<Guid>(nullable: false),
                Event = t.Column<string>(nullable: false),
                Json = t.Column<string>(nullable: false),
                WrittenAt = t.Column<long>(nullable: false),
                State = t.Column<string>(nullable: false),
                Attempts = t.Column<int>(nullable: false),
                TriedAt = t.Column<long>(nullable: true),
                Status = t.Column<int>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_dialogue_hook_messages", x => x.Id);
                t.ForeignKey("FK_dialogue_hook_messages_hook", x => x.Hook, "dialogue_hooks", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_dialogue_hook_messages_Organisation_WrittenAt", "dialogue_hook_messages", ["Organisation", "WrittenAt"]);
        migrationBuilder.CreateIndex("IX_dialogue_hook_messages_Hook", "dialogue_hook_messages", "Hook");
    }
}
