namespace Rotfeste.Platform.Data;

/// <summary>How often background work looks by itself; a signal after each commit wakes it sooner.</summary>
/// <param name="Facts">Between two looks for facts.</param>
/// <param name="Due">The longest nap between two looks for due work.</param>
internal sealed record DeliveryPace(TimeSpan Facts, TimeSpan Due)
{
    /// <summary>The pause after a round that threw.</summary>
    public static TimeSpan AfterTrouble { get; } = TimeSpan.FromSeconds(2);
}
