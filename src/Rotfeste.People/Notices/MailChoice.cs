using Microsoft.EntityFrameworkCore;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.People.Notices;

/// <summary>When notices come by mail.</summary>
internal enum MailWay
{
    /// <summary>Within two minutes.</summary>
    AtOnce,

    /// <summary>One mail a day; what is urgent comes at once.</summary>
    Daily,

    /// <summary>In the product only.</summary>
    Never,
}

/// <summary>What a person has chosen in one organisation; whoever has not chosen has <see cref="Usual"/>. Hours are the organisation's clock.</summary>
internal sealed class MailChoice : IBelongToOrganisation
{
    private MailChoice()
    {
    }

    public OrganisationId Organisation { get; private init; }

    public PersonId Person { get; private init; }

    public MailWay Way { get; private set; }

    /// <summary>The hour of the daily mail, 0 to 23.</summary>
    public int DailyHour { get; private set; } = 8;

    /// <summary>From this hour no mail comes; the same as <see cref="QuietTo"/> when none is quiet.</summary>
    public int QuietFrom { get; private set; } = 20;

    /// <summary>Until this hour.</summary>
    public int QuietTo { get; private set; } = 7;

    /// <summary>What is urgent comes in quiet hours too.</summary>
    public bool UrgentBreaksQuiet { get; private set; } = true;

    public static MailChoice Usual(OrganisationId organisation, PersonId person) => new() { Organisation = organisation, Person = person };

    public void Choose(MailWay way, int dailyHour, int quietFrom, int quietTo, bool urgentBreaksQuiet)
    {
        Way = way;
        (DailyHour, QuietFrom, QuietTo) = (dailyHour, quietFrom, quietTo);
        UrgentBreaksQuiet = urgentBreaksQuiet;
    }

    public static void Map(ModelBuilder model) => model.Entity<MailChoice>(row =>
    {
        row.ToTable("people_mail_choices");
        row.HasKey(c => new { c.Organisation, c.Person });
    });
}
