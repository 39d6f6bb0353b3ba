using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>Languages, sums by source, language and label, waves, labels, those that say the same, and how long words are kept.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_0505_overview")]
public sealed class Overview : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Posts(migrationBuilder);
        Mentions(migrationBuilder);
        Counts(migrationBuilder);
        Labels(migrationBuilder);
        Waves(migrationBuilder);
        Keeping(migrationBuilder);
    }

    private static void Posts(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Language", "listening_posts", nullable: true);
        migrationBuilder.AddColumn<bool>("IsLanguageGuessed", "listening_posts", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<string>("Tags", "listening_posts", nullable: false, defaultValue: "[]");
    }

    // Languages and sums of what is stored already are told after the start, a few at a time: the words must be read for that.
    private static void Mentions(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Source", "listening_mentions", nullable: false, defaultValue: "");
        migrationBuilder.AddColumn<string>("Language", "listening_mentions", nullable: false, defaultValue: "");
        migrationBuilder.AddColumn<Guid>("LikeGroup", "listening_mentions", nullable: false, defaultValue: Guid.Empty);
        migrationBuilder.AddColumn<bool>("IsFirst", "listening_mentions", nullable: false, defaultValue: true);
        migrationBuilder.AddColumn<Guid>("HandedTo", "listening_mentions", nullable: true);
        migrationBuilder.AddColumn<Guid>("HandedBy", "listening_mentions", nullable: true);
        migrationBuilder.AddColumn<string>("HandedNote", "listening_mentions", nullable: true);
        migrationBuilder.Sql("UPDATE listening_mentions SET \"LikeGroup\" = \"Id\"");
        migrationBuilder.CreateIndex("IX_listening_mentions_Language_Organisation_At", "listening_mentions", ["Language", "Organisation", "At"]);
        migrationBuilder.CreateIndex("IX_listening_mentions_Organisation_Source_At", "listening_mentions", ["Organisation", "Source", "At"]);
        migrationBuilder.CreateIndex("IX_listening_mentions_Organisation_LikeGroup", "listening_mentions", ["Organisation", "LikeGroup"]);
        migrationBuilder.CreateTable(
            "listening_dismissed_likes",
            t => new
            {
                Organisation = t.Column<Guid>(nullable: false),
                LikeGroup = t.Column<Guid>(nullable: false),
                By = t.Column<Guid>(nullable: false),
                At = t.Column<long>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_listening_dismissed_likes", x => new { x.Organisation, x.LikeGroup }));
    }

    private static void Counts(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "listening_part_counts",
            t => new
            {
                Organisation = t.Column<Guid>(nullable: false),
                Search = t.Column<Guid>(nullable: false),
                By = t.Column<string>(nullable: false),
                Hour = t.Column<long>(nullable: false),
                Value = t.Column<string>(nullable: false),
                Count = t.Column<long>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_listening_part_counts", x => new { x.Organisation, x.Search, x.By, x.Hour, x.Value }));
        migrationBuilder.CreateTable(
            "listening_step_counts",
            t => new
            {
                Organisation = t.Column<Guid>(nullable: false),
                Subject = t.Column<Guid>(nullable: false),
                Step = t.Column<long>(nullable: false),
                Count = t.Column<long>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_listening_step_counts", x => new { x.Organisation, x.Subject, x.Step }));
        migrationBuilder.CreateIndex("IX_listening_step_counts_Step", "listening_step_counts", "Step");
    }

    private static void Labels(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "listening_labels",
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Name = t.Column<string>(nullable: false),
                CreatedAt = t.Column<long>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_listening_labels", x => x.Id));
        migrationBuilder.CreateIndex("IX_listening_labels_Organisation_Name", "listening_labels", ["Organisation", "Name"], unique: true);
        migrationBuilder.CreateTable(
            "listening_mention_labels",
            t => new
            {
                Mention = t.Column<Guid>(nullable: false),
                Label = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                By = t.Column<Guid>(nullable: false),
                At = t.Column<long>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_listening_mention_labels", x => new { x.Mention, x.Label }));
        migrationBuilder.CreateIndex("IX_listening_mention_labels_Label_Mention", "listening_mention_labels", ["Label", "Mention"]);
    }

    private static void Waves(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "listening_waves",
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Subject = t.Column<Guid>(nullable: false),
                Of = t.Column<string>(nullable: false),
                Since = t.Column<long>(nullable: false),
                ToldAt = t.Column<long>(nullable: false),
                Posts = t.Column<long>(nullable: false),
                Expected = t.Column<double>(nullable: false),
                SeenTo = t.Column<long>(nullable: false),
                EndedAt = t.Column<long>(nullable: true),
                Version = t.Column<long>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_listening_waves", x => x.Id));
        migrationBuilder.CreateIndex("IX_listening_waves_Organisation_Subject_ToldAt", "listening_waves", ["Organisation", "Subject", "ToldAt"], unique: true);
        migrationBuilder.CreateIndex("IX_listening_waves_EndedAt_Organisation", "listening_waves", ["EndedAt", "Organisation"]);
        migrationBuilder.CreateTable(
            "listening_wave_watchers",
            t => new
            {
                Organisation = t.Column<Guid>(nullable: false),
                Subject = t.Column<Guid>(nullable: false),
                Person = t.Column<Guid>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_listening_wave_watchers", x => new { x.Organisation, x.Subject, x.Person }));
        migrationBuilder.CreateTable(
            "listening_wave_budgets",
            t => new
            {
                Organisation = t.Column<Guid>(nullable: false),
                Subject = t.Column<Guid>(nullable: false),
                AlertsPerMonth = t.Column<int>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_listening_wave_budgets", x => new { x.Organisation, x.Subject }));
    }

    private static void Keeping(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "listening_kept_days",
        t => new
        {
            Organisation = t.Column<Guid>(nullable: false),
            Days = t.Column<int>(nullable: false),
            By = t.Column<Guid>(nullable: false),
            At = t.Column<long>(nullable: false),
        },
        constraints: t => t.PrimaryKey("PK_listening_kept_days", x => x.Organisation));
}
