using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Dialogue;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>History and due times of conversations, labels, own views, notes, and finding by words.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_0450_desk")]
public sealed class Desk : Migration
{
    private const string Conversations = "dialogue_conversations";

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Columns(migrationBuilder);
        Events(migrationBuilder);
        Plans(migrationBuilder);
        Labels(migrationBuilder);
        Notes(migrationBuilder);
        SavedViews(migrationBuilder);
        foreach (var statement in DialogueRoom.FullTexts.SelectMany(t => t.Create(ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true)))
            migrationBuilder.Sql(statement);
    }

    // What waited is due four hours after it was written, which is what counted as late so far; what is not ours to do makes room for
    // what is out of sight until later.
    private static void Columns(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("DueAt", Conversations, nullable: true);
        migrationBuilder.AddColumn<long>("WarnedOf", Conversations, nullable: true);
        migrationBuilder.AddColumn<long>("SnoozedUntil", Conversations, nullable: true);
        migrationBuilder.AddColumn<Guid>("MergedInto", Conversations, nullable: true);
        migrationBuilder.AddColumn<long>("SettledAt", Conversations, nullable: true);
        migrationBuilder.AddColumn<int>("LastEvent", Conversations, nullable: false, defaultValue: 0);
        migrationBuilder.AddColumn<bool>("IsClosureNoted", Conversations, nullable: false, defaultValue: false);
        migrationBuilder.Sql("""UPDATE dialogue_conversations SET "Place" = "Place" + 10000000000000000 WHERE "Place" >= 20000000000000000""");
        migrationBuilder.Sql(
            """
            UPDATE dialogue_conversations SET "Place" = "WaitingSince" + 14400000000, "DueAt" = "WaitingSince" + 14400000000
            WHERE "State" = 'WaitingForUs' AND "WaitingSince" IS NOT NULL
            """);
    }

    private static void Events(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "dialogue_events",
            t => new
            {
                Conversation = t.Column<Guid>(nullable: false),
                Number = t.Column<int>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                At = t.Column<long>(nullable: false),
                Kind = t.Column<string>(nullable: false),
                Since = t.Column<long>(nullable: true),
                Other = t.Column<Guid>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_dialogue_events", x => new { x.Conversation, x.Number });
                t.ForeignKey("FK_dialogue_events_conversation", x => x.Conversation, Conversations, "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_dialogue_events_Organisation_At", "dialogue_events", ["Organisation", "At"]);
        migrationBuilder.CreateIndex("IX_dialogue_events_Other", "dialogue_events", "Other");
        migrationBuilder.Sql(
            """
            INSERT INTO dialogue_events ("Conversation", "Number", "Organisation", "At", "Kind")
            SELECT "Conversation", ROW_NUMBER() OVER (PARTITION BY "Conversation" ORDER BY "At", "Kind"), "Organisation", "At", "Kind" FROM (
              SELECT "Conversation", "Organisation", "At", 'Asked' AS "Kind" FROM dialogue_conversation_posts WHERE NOT "IsErased"
              UNION ALL SELECT "Conversation", "Organisation", "SentAt", 'Answered' FROM dialogue_answers WHERE "State" = 'Sent' AND "SentAt" IS NOT NULL
              UNION ALL SELECT "Id", "Organisation", "ClosedAt", 'Closed' FROM dialogue_conversations WHERE "ClosedAt" IS NOT NULL
            ) AS told
            """);
        migrationBuilder.Sql(
            """
            UPDATE dialogue_conversations SET
              "IsClosureNoted" = "ClosedAt" IS NOT NULL,
              "LastEvent" = (SELECT COUNT(*) FROM dialogue_events e WHERE e."Conversation" = dialogue_conversations."Id"),
              "SettledAt" = (SELECT MAX("At") FROM dialogue_events e WHERE e."Conversation" = dialogue_conversations."Id" AND e."Kind" <> 'Asked')
            """);
    }

    private static void Plans(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "dialogue_plans",
            t => new
            {
                Organisation = t.Column<Guid>(nullable: false),
                Week = t.Column<string>(nullable: false),
                Days = t.Column<string>(nullable: false),
                Holidays = t.Column<string>(nullable: true),
                LeadMinutes = t.Column<int>(nullable: false),
                Version = t.Column<long>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_dialogue_plans", x => x.Organisation));
        migrationBuilder.CreateTable(
            "dialogue_aims",
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Channel = t.Column<Guid>(nullable: true),
                Label = t.Column<Guid>(nullable: true),
                FirstAnswer = t.Column<int>(nullable: true),
                NextAnswer = t.Column<int>(nullable: true),
                Closing = t.Column<int>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_dialogue_aims", x => x.Id));
        migrationBuilder.CreateIndex("IX_dialogue_aims_Organisation", "dialogue_aims", "Organisation");
    }

    private static void Labels(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "dialogue_labels",
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Name = t.Column<string>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_dialogue_labels", x => x.Id));
        migrationBuilder.CreateIndex("IX_dialogue_labels_Organisation_Name", "dialogue_labels", ["Organisation", "Name"], unique: true);
        migrationBuilder.CreateTable(
            "dialogue_conversation_labels",
            t => new
            {
                Conversation = t.Column<Guid>(nullable: false),
                Label = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_dialogue_conversation_labels", x => new { x.Conversation, x.Label });
                t.ForeignKey(
                    "FK_dialogue_conversation_labels_conversation", x => x.Conversation, Conversations, "Id", onDelete: ReferentialAction.Cascade);
                t.ForeignKey("FK_dialogue_conversation_labels_label", x => x.Label, "dialogue_labels", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex(
            "IX_dialogue_conversation_labels_Label_Conversation", "dialogue_conversation_labels", ["Label", "Conversation"]);
    }

    private static void Notes(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "dialogue_notes",
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Conversation = t.Column<Guid>(nullable: false),
                By = t.Column<Guid>(nullable: false),
                At = t.Column<long>(nullable: false),
                Text = t.Column<string>(nullable: false),
                HandedTo = t.Column<Guid>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_dialogue_notes", x => x.Id);
                t.ForeignKey("FK_dialogue_notes_conversation", x => x.Conversation, Conversations, "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_dialogue_notes_Conversation", "dialogue_notes", "Conversation");
    }

    private static void SavedViews(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "dialogue_saved_views",
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Person = t.Column<Guid>(nullable: false),
                Name = t.Column<string>(nullable: false),
                Stretch = t.Column<string>(nullable: false),
                Words = t.Column<string>(nullable: false),
                Label = t.Column<Guid>(nullable: true),
                Channel = t.Column<Guid>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_dialogue_saved_views", x => x.Id));
        migrationBuilder.CreateIndex("IX_dialogue_saved_views_Organisation_Person", "dialogue_saved_views", ["Organisation", "Person"]);
    }
}
