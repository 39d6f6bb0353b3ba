using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Host.Migrations;

/// <summary>Organisations, units, people and sign-in; and the mail that waits to go out.</summary>
[DbContext(typeof(AppDb)), Migration("20261122_0900_people")]
public sealed class People : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreatePersons(migrationBuilder);
        CreatePasskeys(migrationBuilder);
        CreateCodes(migrationBuilder);
        CreateOrganisations(migrationBuilder);
        CreateUnits(migrationBuilder);
        CreateMemberships(migrationBuilder);
        CreateInvitations(migrationBuilder);
        CreateOutbox(migrationBuilder);
    }

    private static void CreatePersons(MigrationBuilder migration)
    {
        migration.CreateTable(
            "people_persons",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Name = table.Column<string>(nullable: false),
                FirstName = table.Column<string>(nullable: false),
                Email = table.Column<string>(nullable: false),
                EmailKey = table.Column<string>(nullable: false),
                PasswordHash = table.Column<string>(nullable: true),
                SecurityStamp = table.Column<string>(nullable: false),
                Language = table.Column<string>(nullable: true),
                Theme = table.Column<string>(nullable: true),
                CreatedAt = table.Column<long>(nullable: false),
                WrongPasswords = table.Column<int>(nullable: false),
                WrongSince = table.Column<long>(nullable: true),
                LockedUntil = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_people_persons", row => row.Id));
        migration.CreateIndex("IX_people_persons_EmailKey", "people_persons", "EmailKey", unique: true);
    }

    private static void CreatePasskeys(MigrationBuilder migration)
    {
        migration.CreateTable(
            "people_passkeys",
            table => new
            {
                Id = table.Column<string>(nullable: false),
                Person = table.Column<Guid>(nullable: false),
                PublicKey = table.Column<byte[]>(nullable: false),
                Name = table.Column<string>(nullable: true),
                CreatedAt = table.Column<long>(nullable: false),
                SignCount = table.Column<long>(nullable: false),
                Transports = table.Column<string>(nullable: false),
                IsUserVerified = table.Column<bool>(nullable: false),
                IsBackupEligible = table.Column<bool>(nullable: false),
                IsBackedUp = table.Column<bool>(nullable: false),
                AttestationObject = table.Column<byte[]>(nullable: false),
                ClientDataJson = table.Column<byte[]>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_people_passkeys", row => row.Id));
        migration.CreateIndex("IX_people_passkeys_Person", "people_passkeys", "Person");
    }

    private static void CreateCodes(MigrationBuilder migration)
    {
        migration.CreateTable(
            "people_codes",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Purpose = table.Column<string>(nullable: false),
                Person = table.Column<Guid>(nullable: true),
                Hash = table.Column<string>(nullable: false),
                ExpiresAt = table.Column<long>(nullable: false),
                UsedAt = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_people_codes", row => row.Id));
        migration.CreateIndex("IX_people_codes_Hash", "people_codes", "Hash", unique: true);
    }

    private static void CreateOrganisations(MigrationBuilder migration)
    {
        migration.CreateTable(
            "people_organisations",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Slug = table.Column<string>(nullable: false),
                Name = table.Column<string>(nullable: false),
                Kind = table.Column<string>(nullable: false),
                Country = table.Column<string>(nullable: false),
                Language = table.Column<string>(nullable: false),
                Zone = table.Column<string>(nullable: false),
                Noun = table.Column<string>(nullable: false),
                SignatureStyle = table.Column<string>(nullable: false),
                FoundedAt = table.Column<long>(nullable: false),
                Version = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_people_organisations", row => row.Id));
        migration.CreateIndex("IX_people_organisations_Slug", "people_organisations", "Slug", unique: true);
    }

    private static void CreateUnits(MigrationBuilder migration)
    {
        migration.CreateTable(
            "people_units",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Organisation = table.Column<Guid>(nullable: false),
                Parent = table.Column<Guid>(nullable: true),
                Name = table.Column<string>(nullable: false),
                PublicName = table.Column<string>(nullable: true),
                IsLeadershipGroup = table.Column<bool>(nullable: false),
                Version = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_people_units", row => row.Id));
        migration.CreateIndex("IX_people_units_Organisation", "people_units", "Organisation");
    }

    private static void CreateMemberships(MigrationBuilder migration)
    {
        migration.CreateTable(
            "people_memberships",
            table => new
            {
                Organisation = table.Column<Guid>(nullable: false),
                Person = table.Column<Guid>(nullable: false),
                Roles = table.Column<string>(nullable: false),
                Unit = table.Column<Guid>(nullable: true),
                MayAnswer = table.Column<string>(nullable: false),
                NameChoice = table.Column<string>(nullable: false),
                IsActive = table.Column<bool>(nullable: false),
                JoinedAt = table.Column<long>(nullable: false),
                Version = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_people_memberships", row => new { row.Organisation, row.Person }));
        migration.CreateIndex("IX_people_memberships_Person", "people_memberships", "Person");
    }

    private static void CreateInvitations(MigrationBuilder migration)
    {
        migration.CreateTable(
            "people_invitations",
            table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Organisation = table.Column<Guid>(nullable: false),
                Email = table.Column<string>(nullable: false),
                Name = table.Column<string>(nullable: false),
                Roles = table.Column<string>(nullable: false),
                Unit = table.Column<Guid>(nullable: true),
                CodeHash = table.Column<string>(nullable: false),
                By = table.Column<Guid>(nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
                ExpiresAt = table.Column<long>(nullable: false),
                EndedAt = table.Column<long>(nullable: true),
                Version = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_people_invitations", row => row.Id));
        migration.CreateIndex(
            "IX_people_invitations_Organisation_CodeHash", "people_invitations", ["Organisation", "CodeHash"], unique: true);
    }

    private static void CreateOutbox(MigrationBuilder migration) => migration.CreateTable(
        "platform_outbox",
        table => new
        {
            Id = table.Column<Guid>(nullable: false),
            Organisation = table.Column<Guid>(nullable: true),
            Recipient = table.Column<string>(nullable: false),
            Subject = table.Column<string>(nullable: false),
            SealedBody = table.Column<string>(nullable: false),
            WrittenAt = table.Column<long>(nullable: false),
        },
        constraints: table => table.PrimaryKey("PK_platform_outbox", row => row.Id));
}
