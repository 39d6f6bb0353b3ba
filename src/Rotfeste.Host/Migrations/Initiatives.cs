using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>Ideas and initiatives.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_0130_initiatives")]
public sealed class Initiatives : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Ideas(migrationBuilder);
        Voices(migrationBuilder);
        Comments(migrationBuilder);
        Pages(migrationBuilder);
        Channels(migrationBuilder);
        Choices(migrationBuilder);
        Trials(migrationBuilder);
    }

    private static void Trials(MigrationBuilder migration)
    {
        migration.CreateTable(
            "initiatives_trials",
            t => new
            {
                Initiative = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Believe = t.Column<string>(nullable: false),
                LookAt = t.Column<string>(nullable: false),
                Until = t.Column<string>(nullable: false),
                Learnt = t.Column<string>(nullable: false),
                EndedAt = t.Column<long>(nullable: true),
                EndedBy = t.Column<Guid>(nullable: true),
                Version = t.Column<long>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_initiatives_trials", x => x.Initiative));
        migration.CreateIndex("IX_initiatives_trials_Organisation_EndedAt", "initiatives_trials", ["Organisation", "EndedAt"]);
    }

    private static void Channels(MigrationBuilder migration)
    {
        migration.CreateTable(
            "initiatives_channels",
            t => new
            {
                Organisation = t.Column<Guid>(nullable: false),
                Channel = t.Column<Guid>(nullable: false),
                Initiative = t.Column<Guid>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_initiatives_channels", x => new { x.Organisation, x.Channel }));
        migration.CreateIndex("IX_initiatives_channels_Organisation_Initiative", "initiatives_channels", ["Organisation", "Initiative"]);
    }

    private static void Choices(MigrationBuilder migration) => migration.CreateTable(
        "initiatives_choices",
        t => new
        {
            Organisation = t.Column<Guid>(nullable: false),
            IsFirm = t.Column<bool>(nullable: false),
            Responsible = t.Column<Guid>(nullable: true),
            DecidedAt = t.Column<long>(nullable: true),
            DecidedBy = t.Column<Guid>(nullable: true),
            Version = t.Column<long>(nullable: false),
        },
        constraints: t => t.PrimaryKey("PK_initiatives_choices", x => x.Organisation));

    private static void Ideas(MigrationBuilder migration)
    {
        migration.CreateTable(
            "initiatives_ideas",
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                By = t.Column<Guid>(nullable: false),
                At = t.Column<long>(nullable: false),
                Text = t.Column<string>(nullable: false),
                Became = t.Column<Guid>(nullable: true),
                Version = t.Column<long>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_initiatives_ideas", x => x.Id));
        migration.CreateIndex("IX_initiatives_ideas_Organisation_At", "initiatives_ideas", ["Organisation", "At"]);
    }

    private static void Voices(MigrationBuilder migration) => migration.CreateTable(
        "initiatives_idea_voices",
        t => new
        {
            Idea = t.Column<Guid>(nullable: false),
            Person = t.Column<Guid>(nullable: false),
            Organisation = t.Column<Guid>(nullable: false),
            WouldLike = t.Column<bool>(nullable: false),
            IsAble = t.Column<bool>(nullable: false),
            HasTime = t.Column<bool>(nullable: false),
            Declined = t.Column<string>(nullable: false),
            At = t.Column<long>(nullable: false),
        },
        constraints: t =>
        {
            t.PrimaryKey("PK_initiatives_idea_voices", x => new { x.Idea, x.Person });
            t.ForeignKey("FK_initiatives_idea_voices_idea", x => x.Idea, "initiatives_ideas", "Id", onDelete: ReferentialAction.Cascade);
        });

    private static void Comments(MigrationBuilder migration)
    {
        migration.CreateTable(
            "initiatives_idea_comments",
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Idea = t.Column<Guid>(nullable: false),
                By = t.Column<Guid>(nullable: false),
                At = t.Column<long>(nullable: false),
                Text = t.Column<string>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_initiatives_idea_comments", x => x.Id);
                t.ForeignKey("FK_initiatives_idea_comments_idea", x => x.Idea, "initiatives_ideas", "Id", onDelete: ReferentialAction.Cascade);
            });
        migration.CreateIndex("IX_initiatives_idea_comments_Idea", "initiatives_idea_comments", "Idea");
    }

    private static void Pages(MigrationBuilder migration)
    {
        migration.CreateTable(
            "initiatives_initiatives",
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Title = t.Column<string>(nullable: false),
                Owner = t.Column<Guid>(nullable: false),
                Leader = t.Column<Guid>(nullable: false),
                Unit = t.Column<Guid>(nullable: true),
                Start = t.Column<string>(nullable: false),
                Idea = t.Column<Guid>(nullable: true),
                StartedAt = t.Column<long>(nullable: false),
                Brief = t.Column<string>(nullable: false),
                KeptAt = t.Column<long>(nullable: false),
                KeptBy = t.Column<Guid>(nullable: false),
                Stage = t.Column<string>(nullable: false),
                StageSince = t.Column<long>(nullable: false),
                StartsOn = t.Column<string>(nullable: true),
                PilotOn = t.Column<string>(nullable: true),
                LookAgainOn = t.Column<string>(nullable: false),
                EndsOn = t.Column<string>(nullable: true),
                Gates = t.Column<string>(nullable: false),
                WaivedUntil = t.Column<string>(nullable: true),
                WaivedBy = t.Column<Guid>(nullable: true),
                WaiverReason = t.Column<string>(nullable: false),
                Version = t.Column<long>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_initiatives_initiatives", x => x.Id));
        migration.CreateIndex("IX_initiatives_initiatives_Organisation_Stage", "initiatives_initiatives", ["Organisation", "Stage"]);
    }
}
