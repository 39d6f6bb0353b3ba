using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Initiatives.Pages;

namespace Rotfeste.Initiatives.Carriers;

/// <summary>Whether a channel may publish what answers nobody, as a pure rule. Answering is never asked about.</summary>
internal static class PublishingRule
{
    /// <param name="isFirm">The organisation has chosen that new channels wait.</param>
    /// <param name="state">The initiative that the channel carries; null where there is none.</param>
    public static PublishingSay Of(bool isFirm, InitiativeState? state)
    {
        var lacking = isFirm ? PublishingStand.Waits : PublishingStand.Told;
        if (state is null)
            return new PublishingSay(lacking, "initiatives/new?kind=TakeOver", null, 1);

        var address = $"initiatives/{state.Initiative.Id}";
        if (IsFree(state, state.Today))
            return new PublishingSay(PublishingStand.Free, address, state.Initiative.Title, 0);
        var missing = state.Gate is { } gate ? gate.Needs.Count - gate.Met : 1;
        return new PublishingSay(lacking, address, state.Initiative.Title, Math.Max(missing, 1));
    }

    // What has started goes on; what was taken over goes on until the day of the talk has passed without anything to agree on.
    private static bool IsFree(InitiativeState state, LocalDate today) =>
        state.Initiative.IsWaived(today)
        || (state.Initiative.HasStarted && state.Initiative.Stage != Contracts.InitiativeStage.Ended
            && (state.Standing.Version > 0 || today <= state.Initiative.LookAgainOn));
}
