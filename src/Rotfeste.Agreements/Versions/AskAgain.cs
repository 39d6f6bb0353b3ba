using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;

namespace Rotfeste.Agreements.Versions;

/// <summary>Whom a change asks again, and why: a comparison of what was answered on with what stands now.</summary>
internal static class AskAgain
{
    /// <summary>Why somebody who answered on one version is asked by a later one; null when told only.</summary>
    public static AskReason? Why(Holds holds, Versioned answered, Versioned now)
    {
        if (Differ(answered, now, SectionMeaning.Objective))
            return AskReason.Objective;
        if (Differ(answered, now, SectionMeaning.Audience))
            return AskReason.Audience;
        if (holds.HasFlag(Holds.Money) && (now.Frame.Money ?? 0) > (answered.Frame.Money ?? 0))
            return AskReason.MoreMoney;
        return holds.HasFlag(Holds.Hours) && (now.Frame.HoursAWeek ?? 0) > (answered.Frame.HoursAWeek ?? 0) ? AskReason.MoreHours : null;
    }

    private static bool Differ(Versioned one, Versioned other, SectionMeaning meaning) =>
        !Marks(one, meaning).SequenceEqual(Marks(other, meaning), StringComparer.Ordinal);

    private static IEnumerable<string> Marks(Versioned version, SectionMeaning meaning) => version.Sections
        .Where(s => s.Meaning == meaning).Select(s => $"{s.Key} {s.Hash}").Order(StringComparer.Ordinal);
}
