using Rotfeste.Platform.Ui.Charts;

namespace Rotfeste.Listening.Overviews;

/// <summary>What is said, divided: by search, source, language and label; at what hours; with which new words and links.</summary>
/// <param name="Whole">Mentions in the stretch.</param>
/// <param name="Days">Its length.</param>
/// <param name="Kinds">Shares of us, fields of interest and others; empty where there is one kind only.</param>
/// <param name="Searches">Shares of the searches, most first.</param>
/// <param name="Sources">Where it is said.</param>
/// <param name="Languages">In which languages.</param>
/// <param name="Labels">What it was labelled.</param>
/// <param name="Week">Hours of the week, or null where there is too little to say.</param>
/// <param name="Digest">New words and shared links.</param>
public sealed record OverviewView(
    long Whole,
    int Days,
    IReadOnlyList<ChartShare> Kinds,
    IReadOnlyList<ChartShare> Searches,
    IReadOnlyList<ChartShare> Sources,
    IReadOnlyList<ChartShare> Languages,
    IReadOnlyList<ChartShare> Labels,
    WeekView? Week,
    DigestView Digest);

/// <summary>Hours of the week.</summary>
/// <param name="Days">From Monday.</param>
/// <param name="MostDay">The day with the hour in which most is said, in full.</param>
/// <param name="MostHour">That hour.</param>
/// <param name="Before">The same of the stretch before, or null where there is too little to say.</param>
public sealed record WeekView(IReadOnlyList<ChartDay> Days, string MostDay, int MostHour, WeekView? Before);

/// <summary>What was read in the newest posts.</summary>
/// <param name="Looked">Posts read of the stretch.</param>
/// <param name="LookedBefore">Posts read of the weeks before it.</param>
/// <param name="Words">Words that are new; empty where there is too little to say.</param>
/// <param name="Links">Most shared first.</param>
public sealed record DigestView(int Looked, int LookedBefore, IReadOnlyList<WordView> Words, IReadOnlyList<LinkView> Links)
{
    /// <summary>Enough was read, now and before, to say which words are new.</summary>
    public bool CanTellWords => Looked >= Digesting.FewestPosts && LookedBefore >= Digesting.FewestPosts;
}

/// <summary>A word that is new.</summary>
/// <param name="Word">Folded.</param>
/// <param name="Now">Posts with it.</param>
/// <param name="Before">Posts with it among as many of the weeks before.</param>
/// <param name="Address">The posts.</param>
public sealed record WordView(string Word, int Now, int Before, string Address);

/// <summary>A link.</summary>
/// <param name="Link">Without scheme, for reading.</param>
/// <param name="Count">Posts with it.</param>
/// <param name="Before">Posts with it among as many of the weeks before.</param>
/// <param name="Address">The posts.</param>
public sealed record LinkView(string Link, int Count, int Before, string Address);
