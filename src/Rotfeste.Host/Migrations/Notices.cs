using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>Notices to people, when they are mailed, rooms in Teams and Slack, calendars; and what became of mail that did not arrive.</summary>
[DbContext(typeof(AppDb)), Migration("20261125_0110_notices")]
public sealed class Notices : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateNotices(migrationBuilder);
        CreateChoices(migrationBuilder);
        CreateWebhooks(migrationBuilder);
        CreateMessages(migrationBuilder);
        CreateCalendars(migrationBuilder);
        migrationBuilder.AddColumn<long>("GivenUpAt", "platform_outbox", nullable: true);
    }

    private static void CreateNotices(MigrationBuilder migration)
    {
        migration.CreateTable(
            "people_notices",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Organisation = table.Column<Guid>(nullable: false),
                Person = table.Column<Guid>(nullable: false),
                Key = table.Column<string>(nullable: true),
                Kind = table.Column<string>(nullable: false),
                ValuesJson = table.Column<string>(nullable: false),
                Address = table.Column<string>(nullable: false),
                Urgency = table.Column<string>(nullable: false),
                WrittenAt = table.Column<long>(nullable: false),
                ReadAt = table.Column<long>(nullable: true),
                MailAt = table.Column<long>(nullable: true),
                MailedAt = table.Column<long>(nullable: true),
                Version = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_people_notices", row => row.Id));
        migration.CreateIndex("IX_people_notices_Organisation_Person_ReadAt", "people_notices", ["Organisation", "Person", "ReadAt"]);
        migration.CreateIndex("IX_people_notices_Organisation_Key", "people_notices", ["Organisation", "Key"]);
        migration.CreateIndex("IX_people_notices_Organisation_MailAt", "people_notices", ["Organisation", "MailAt"]);
    }

    private static void CreateChoices(MigrationBuilder migration) => migration.CreateTable(
        "people_mail_choices",
        table => new
        {
            Organisation = table.Column<Guid>(nullable: false),
            Person = table.Column<Guid>(nullable: false),
            Way = table.Column<string>(nullable: false),
            DailyHour = table.Column<int>(nullable: false),
            QuietFrom = table.Column<int>(nullable: false),
            QuietTo = table.Column<int>(nullable: false),
            UrgentBreaksQuiet = table.Column<bool>(nullable: false),
        },
        constraints: table => table.PrimaryKey("PK_people_mail_choices", row => new { row.Organisation, row.Person }));

    private static void CreateWebhooks(MigrationBuilder migration)
    {
        migration.CreateTable(
            "people_webhooks",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Organisation = table.Column<Guid>(nullable: false),
                Unit = table.Column<Guid>(nullable: true),
                Kind = table.Column<string>(nullable: false),
                Name = table.Column<string>(nullable: false),
                SealedAddress = table.Column<string>(nullable: false),
                Host = table.Column<string>(nullable: false),
                AddedBy = table.Column<Guid>(nullable: false),
                AddedAt = table.Column<long>(nullable: false),
                SentAt = table.Column<long>(nullable: true),
                Trouble = table.Column<string>(nullable: false),
                TroubleSince = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_people_webhooks", row => row.Id));
        migration.CreateIndex("IX_people_webhooks_Organisation", "people_webhooks", "Organisation");
    }

    private static void CreateMessages(MigrationBuilder migration)
    {
        migration.CreateTable(
            "people_webhook_messages",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Organisation = table.Column<Guid>(nullable: false),
                Webhook = table.Column<Guid>(nullable: false),
                Kind = table.Column<string>(nullable: false),
                ValuesJson = table.Column<string>(nullable: false),
                Address = table.Column<string>(nullable: false),
                WrittenAt = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_people_webhook_messages", row => row.Id));
        migration.CreateIndex("IX_people_webhook_messages_Webhook", "people_webhook_messages", "Webhook");
    }

    private static void CreateCalendars(MigrationBuilder migration)
    {
        migration.CreateTable(
            "people_calendar_links",
            table => new
            {
                Organisation = table.Column<Guid>(nullable: false),
                Person = table.Column<Guid>(nullable: false),
                CodeHash = table.Column<string>(nullable: false),
                SealedCode = table.Column<string>(nullable: false),
                MadeAt = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_people_calendar_links", row => new { row.Organisation, row.Person }));
        migration.CreateIndex("IX_people_calendar_links_CodeHash", "people_calendar_links", "CodeHash", unique: true);
    }
}
