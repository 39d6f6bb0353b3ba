using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>Whom searches may name, which accounts are kept private, what authors asked for; and the first weeks of listening.</summary>
[DbContext(typeof(AppDb))]
[Migration("20261125_0515_privacy")]
public sealed class Privacy : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Accounts(migrationBuilder);
        Requests(migrationBuilder);
        Beginnings(migrationBuilder);
    }

    private static void Accounts(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "listening_known_accounts",
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Handle = t.Column<string>(nullable: false),
                Account = t.Column<string>(nullable: true),
                Kind = t.Column<string>(nullable: false),
                Reason = t.Column<string>(nullable: false),
                EnteredBy = t.Column<Guid>(nullable: false),
                EnteredAt = t.Column<long>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_listening_known_accounts", x => x.Id));
        migrationBuilder.CreateIndex("IX_listening_known_accounts_Organisation_Handle", "listening_known_accounts", ["Organisation", "Handle"], unique: true);
        migrationBuilder.CreateTable(
            "listening_name_consents",
            t => new { Organisation = t.Column<Guid>(nullable: false), Person = t.Column<Guid>(nullable: false), GivenAt = t.Column<long>(nullable: false) },
            constraints: t => t.PrimaryKey("PK_listening_name_consents", x => new { x.Organisation, x.Person }));
        migrationBuilder.CreateTable(
            "listening_private_accounts",
            t => new
            {
                Id = t.Column<Guid>(nullable: false),
                Organisation = t.Column<Guid>(nullable: false),
                Person = t.Column<Guid>(nullable: false),
                HandleKey = t.Column<string>(nullable: false),
                AccountKey = t.Column<string>(nullable: true),
                AddedAt = t.Column<long>(nullable: false),
            },
            constraints: t => t.PrimaryKey("PK_listening_private_accounts", x => x.Id));
        migrationBuilder.CreateIndex(
            "IX_listening_private_accounts_Organisation_Person_HandleKey", "listening_private_accounts", ["Organisation", "Person", "HandleKey"], unique: true);
    }

    private static void Requests(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "listening_author_requests",
        t => new
        {
            Id = t.Column<Guid>(nullable: false),
            Organisation = t.Column<Guid>(nullable: false),
            Kind = t.Column<string>(nullable: false),
            Case = t.Column<string>(nullable: false),
            Posts = t.Column<int>(nullable: false),
            By = t.Column<Guid>(nullable: false),
            At = t.Column<long>(nullable: false),
        },
        constraints: t => t.PrimaryKey("PK_listening_author_requests", x => x.Id));

    private static void Beginnings(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "listening_beginnings",
        t => new
        {
            Organisation = t.Column<Guid>(nullable: false),
            Asked = t.Column<string>(nullable: false),
            Praised = t.Column<string>(nullable: false),
            Criticised = t.Column<string>(nullable: false),
            Places = t.Column<string>(nullable: false),
            Dialogue = t.Column<string>(nullable: false),
            Version = t.Column<long>(nullable: false),
        },
        constraints: t => t.PrimaryKey("PK_listening_beginnings", x => x.Organisation));
}
