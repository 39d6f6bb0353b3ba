using Microsoft.EntityFrameworkCore;
using Rotfeste.People.Calendars;
using Rotfeste.People.Codes;
using Rotfeste.People.Invitations;
using Rotfeste.People.Memberships;
using Rotfeste.People.Notices;
using Rotfeste.People.Organisations;
using Rotfeste.People.Passkeys;
using Rotfeste.People.Persons;
using Rotfeste.People.Tokens;
using Rotfeste.People.Units;
using Rotfeste.People.Webhooks;

namespace Rotfeste.People;

/// <summary>The room's tables. Organisations, persons, passkeys and codes belong to the installation: sign-in is before any organisation.</summary>
internal static class PeopleTables
{
    public static void Map(ModelBuilder model)
    {
        MapSignIn(model);
        MapOrganisations(model);
        WrittenNotice.Map(model);
        MailChoice.Map(model);
        Webhook.Map(model);
        WebhookMessage.Map(model);
        CalendarLink.Map(model);
        PersonalToken.Map(model);
    }

    private static void MapSignIn(ModelBuilder model)
    {
        model.Entity<Person>(row =>
        {
            row.ToTable("people_persons");
            row.Property(p => p.Id).ValueGeneratedNever();
            row.HasIndex(p => p.EmailKey).IsUnique();
        });
        model.Entity<Passkey>(row =>
        {
            row.ToTable("people_passkeys");
            row.Property(p => p.Id).ValueGeneratedNever();
            row.HasIndex(p => p.Person);
        });
        model.Entity<SingleUseCode>(row =>
        {
            row.ToTable("people_codes");
            row.Property(c => c.Id).ValueGeneratedNever();
            row.HasIndex(c => c.Hash).IsUnique();
        });
    }

    private static void MapOrganisations(ModelBuilder model)
    {
        model.Entity<Organisation>(row =>
        {
            row.ToTable("people_organisations");
            row.Property(o => o.Id).ValueGeneratedNever();
            row.HasIndex(o => o.Slug).IsUnique();
        });
        model.Entity<Unit>(row =>
        {
            row.ToTable("people_units");
            row.Property(u => u.Id).ValueGeneratedNever();
            row.HasIndex(u => u.Organisation);
        });
        model.Entity<UnitName>(row =>
        {
            row.ToTable("people_unit_names");
            row.HasKey(n => new { n.Unit, n.Language });
        });
        model.Entity<Membership>(row =>
        {
            row.ToTable("people_memberships");
            row.HasKey(m => new { m.Organisation, m.Person });
            row.Ignore(m => m.IsActiveOwner);
            row.HasIndex(m => m.Person);
        });
        model.Entity<Invitation>(row =>
        {
            row.ToTable("people_invitations");
            row.Property(i => i.Id).ValueGeneratedNever();
            row.HasIndex(i => new { i.Organisation, i.CodeHash }).IsUnique();
        });
    }
}
