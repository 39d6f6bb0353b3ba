using Microsoft.EntityFrameworkCore;
using Rotfeste.Analysis.Calendars;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Deadlines;

/// <summary>When an organisation works, and how long before a due time its people are told; as it was typed, and checked then.</summary>
internal sealed class ResponsePlan : IBelongToOrganisation, IVersioned
{
    public const int UsualAskMinutes = 60;

    private ResponsePlan()
    {
    }

    public OrganisationId Organisation { get; private init; }

    /// <summary>Seven lines, Monday first: see <see cref="HoursText"/>.</summary>
    public string Week { get; private set; } = "";

    /// <summary>A line for each day that is kept otherwise: see <see cref="DaysText"/>.</summary>
    public string Days { get; private set; } = "";

    /// <summary>Whose public holidays are closed; null for none.</summary>
    public HolidayCountry? Holidays { get; private set; }

    /// <summary>Working minutes before the due time at which it becomes urgent and its people are told.</summary>
    public int LeadMinutes { get; private set; }

    /// <summary>Working minutes that one who knows is asked for, before it goes on.</summary>
    public int AskMinutes { get; private set; } = UsualAskMinutes;

    public long Version { get; set; }

    public static ResponsePlan Of(OrganisationId organisation) => new() { Organisation = organisation };

    public void Settle(string week, string days, HolidayCountry? holidays, int leadMinutes, int askMinutes) =>
        (Week, Days, Holidays, LeadMinutes, AskMinutes) = (week, days, holidays, leadMinutes, askMinutes);

    public static void Map(ModelBuilder model) => model.Entity<ResponsePlan>(row =>
    {
        row.ToTable("dialogue_plans");
        row.HasKey(p => p.Organisation);
        row.Property(p => p.Organisation).ValueGeneratedNever();
    });
}
