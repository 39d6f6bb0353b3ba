using NodaTime;
using Rotfeste.Initiatives.Gates;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Initiatives.Briefs;

/// <summary>What must be agreed before the next stage, and the exception from it.</summary>
internal sealed partial class Initiative
{
    public const int LongestReason = 500;
    public const int MostWaiverDays = 90;

    public GatePlan Gates { get; private set; } = GatePlan.AsSet;

    /// <summary>Last day of the exception that the accountable leader gave; null where there is none.</summary>
    public LocalDate? WaivedUntil { get; private set; }

    public PersonId? WaivedBy { get; private set; }

    public string WaiverReason { get; private set; } = "";

    public void PlanGates(GatePlan gates) => Gates = gates;

    /// <summary>The accountable leader's exception, for a while and with a reason.</summary>
    public void Waive(PersonId leader, string reason, LocalDate until) => (WaivedBy, WaiverReason, WaivedUntil) = (leader, reason, until);

    public bool IsWaived(LocalDate today) => WaivedUntil >= today;
}
