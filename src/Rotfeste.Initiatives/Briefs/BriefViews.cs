using NodaTime;
using Rotfeste.Initiatives.Drafts;
using Rotfeste.Initiatives.Weeks;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Initiatives.Briefs;

/// <summary>The page as it is being written.</summary>
/// <param name="Address">Where the initiative is.</param>
/// <param name="Title">Its title.</param>
/// <param name="Fields">The three questions, what is filled in besides, and what was asked for.</param>
/// <param name="More">Keys of fields that can be added.</param>
/// <param name="Week">Who does it when; null while nobody has asked for it.</param>
/// <param name="Asides">What two wrote at once.</param>
/// <param name="KeptAt">When it was last kept.</param>
/// <param name="Built">The version it builds on; 0 before the first.</param>
/// <param name="Refusals">What must be mended.</param>
public sealed record BriefView(
    string Address, string Title, IReadOnlyList<BriefFieldView> Fields, IReadOnlyList<string> More, WeekView? Week, IReadOnlyList<AsideView> Asides, Instant KeptAt, int Built,
    IReadOnlyList<Refusal> Refusals);

/// <summary>A field of the page. Kind is "Words", "Number", "Date" or "Week"; Seen is the mark of what stands in it.</summary>
public sealed record BriefFieldView(string Key, string Kind, string Text, string Seen);
