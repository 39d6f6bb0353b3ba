namespace Rotfeste.Platform.Ui.Times;

/// <summary>How much of a time is said.</summary>
public enum TimeForm
{
    /// <summary>«kl. 14.10», «i går kl. 9.05», «1. desember kl. 8.00».</summary>
    Full,

    /// <summary>The clock alone, «14.10».</summary>
    Clock,

    /// <summary>The date alone, «1. desember».</summary>
    Date,
}
