using NodaTime;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;
using Rotfeste.Agreements.Records;

namespace Rotfeste.Agreements.Versions;

/// <summary>Whether something can be published, and the version it becomes.</summary>
internal static class PublishRules
{
    private const int LongestKey = 40;
    private const int LongestTitle = 200;
    private const int LongestWords = 20_000;
    private const int MostSections = 40;

    /// <summary>White space at the ends and the kind of line ends are nobody's meaning.</summary>
    public static Publication Tidy(Publication publication) => publication with
    {
        Sections = [.. publication.Sections.Select(s => s with { Title = FormWords.Clean(s.Title), Words = FormWords.Clean(s.Words ?? ""), About = s.About ?? [] })],
    };

    /// <summary>Why not; null when it can be.</summary>
    public static PublishRefusal? Refuse(Publication publication, History history, LocalDate today)
    {
        if (publication.BuiltOn != history.PresentNumber)
            return PublishRefusal.ReplacedMeanwhile;
        if (publication.Sections.All(s => string.IsNullOrWhiteSpace(s.Words)))
            return PublishRefusal.Empty;
        if (publication.Sections.Count > MostSections || publication.Sections.Any(IsBad) || publication.Sections.DistinctBy(s => s.Key).Count() != publication.Sections.Count)
            return PublishRefusal.BadSection;
        return RefuseFrame(publication, today) ?? RefuseSame(publication, history);
    }

    public static Versioned Become(Publication publication, int number, LocalDate today) => new(
        number, [.. publication.Sections.Select(s => new SectionMark(s.Key, s.Meaning, SectionHash.Of(s)))],
        publication.Frame, publication.LookAgain, today);

    private static PublishRefusal? RefuseFrame(Publication publication, LocalDate today)
    {
        var frame = publication.Frame;
        if (frame.Money is < 0 or > Frame.MostMoney)
            return PublishRefusal.BadMoney;
        if (frame.HoursAWeek is < 0 or > Frame.MostHours)
            return PublishRefusal.BadHours;
        return frame.PeriodEnd < today || publication.LookAgain < today ? PublishRefusal.DatePassed : null;
    }

    private static PublishRefusal? RefuseSame(Publication publication, History history)
    {
        var next = Become(publication, history.PresentNumber, default);
        return history.Present is { } present && present.Frame == next.Frame && present.LookAgain == next.LookAgain
            && present.Sections.SequenceEqual(next.Sections) ? PublishRefusal.Unchanged : null;
    }

    private static bool IsBad(Section section) =>
        section.Key.Length is 0 or > LongestKey || !section.Key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') || section.Title.Length > LongestTitle || section.Words?.Length > LongestWords;
}
