using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>Accounts at networks, their sessions, what networks told them, and what is sent.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261122_0910_channels")]
public sealed class Channels : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Accounts(migrationBuilder);
        Events(migrationBuilder);
        Items(migrationBuilder);
    }

    private static void Accounts(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "channels_accounts",
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Network = t.Column<string>(nullable: false),
                Server = t.Column<string>(nullable: false),
                Account = t.Column<string>(nullable: false),
                Handle = t.Column<string>(nullable: false),
                DisplayName = t.Column<string>(nullable: false),
                ConnectedAt = t.Column<long>(nullable: false),
                ConnectedBy = t.Column<Guid>(nullable: false),
                DisconnectedAt = t.Column<long>(nullable: true),
                PausedAt = t.Column<long>(nullable: true),
                Version = t.Column<long>(nullable: false),
                State = t.Column<string>(nullable: false),
                Since = t.Column<long>(nullable: false),
                Until = t.Column<long>(nullable: true),
                FailuresInRow = t.Column<int>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_channels_accounts", x => x.Id));
        migrationBuilder.CreateIndex(
            "IX_channels_accounts_Organisation_Network_Account", "channels_accounts", ["Organisation", "Network", "Account"], unique: true);
        migrationBuilder.CreateTable(
            "channels_units",
            t => new
            {
                Channel = t.Column<Guid>(nullable: false),
                Unit = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_channels_units", x => new { x.Channel, x.Unit }));
        migrationBuilder.CreateTable(
            "channels_sessions",
            t => new
            {
                Channel = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                SealedPassword = t.Column<string>(nullable: false),
                SealedAccess = t.Column<string>(nullable: false),
                SealedRefresh = t.Column<string>(nullable: false),
                Version = t.Column<long>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_channels_sessions", x => x.Channel));
    }

    private static void Events(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "channels_intake",
            t => new
            {
                Channel = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                SeenTo = t.Column<long>(nullable: true),
                Floor = t.Column<long>(nullable: true),
                Top = t.Column<long>(nullable: true),
                Page = t.Column<string>(nullable: true),
                LookedAt = t.Column<long>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_channels_intake", x => x.Channel));
        migrationBuilder.CreateTable(
            "channels_events",
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Channel = t.Column<Guid>(nullable: false),
                Key = t.Column<string>(nullable: false),
                PostUri = t.Column<string>(nullable: false),
                Kind = t.Column<string>(nullable: false),
                IsReadable = t.Column<bool>(nullable: false),
                Raw = t.Column<string>(nullable: false),
                At = t.Column<long>(nullable: false),
                StoredAt = t.Column<long>(nullable: false),
                ErasedAt = t.Column<long>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_channels_events", x => x.Id));
        migrationBuilder.CreateIndex("IX_channels_events_Channel_Key", "channels_events", ["Channel", "Key"], unique: true);
        migrationBuilder.CreateIndex("IX_channels_events_Organisation_PostUri", "channels_events", ["Organisation", "PostUri"]);
    }

    private static void Items(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "channels_items",
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Channel = t.Column<Guid>(nullable: false),
                By = t.Column<Guid>(nullable: false),
                Text = t.Column<string>(nullable: false),
                Languages = t.Column<string>(nullable: false),
                RootUri = t.Column<string>(nullable: false),
                RootVersion = t.Column<string>(nullable: false),
                ParentUri = t.Column<string>(nullable: false),
                ParentVersion = t.Column<string>(nullable: false),
                NotBefore = t.Column<long>(nullable: false),
                State = t.Column<string>(nullable: false),
                Reason = t.Column<string>(nullable: false),
                NextTry = t.Column<long>(nullable: true),
                Tries = t.Column<int>(nullable: false),
                Uri = t.Column<string>(nullable: true),
                Record = t.Column<byte[]>(nullable: true),
                SentAt = t.Column<long>(nullable: true),
                Version = t.Column<long>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_channels_items", x => x.Id));
        migrationBuilder.CreateIndex("IX_channels_items_Channel_State", "channels_items", ["Channel", "State"]);
    }
}
