using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Weeks;

namespace Rotfeste.Initiatives.Briefs;

/// <summary>The words of a page as sections; amounts and dates stand in the frame instead.</summary>
internal static class BriefSections
{
    /// <summary>What stands on the page, in the order of reading; empty fields are left out. Weekdays are named in the current language.</summary>
    public static IEnumerable<(string Key, SectionMeaning Meaning, string Words)> Of(Brief brief) =>
        from field in BriefFields.All
        where field.Kind is FieldKind.Words or FieldKind.Week
        let words = field.Kind == FieldKind.Week ? WeekGrid.Read(field.Read(brief)).Say() : field.Read(brief).Trim()
        where words.Length > 0
        select (field.Key, MeaningOf(field.Key), words);

    private static SectionMeaning MeaningOf(string key) => key switch
    {
        "gain" or "objectives" => SectionMeaning.Objective,
        "audience" => SectionMeaning.Audience,
        "doing" => SectionMeaning.People,
        "week" => SectionMeaning.Hours,
        "fit" => SectionMeaning.Fit,
        _ => SectionMeaning.Other,
    };
}
