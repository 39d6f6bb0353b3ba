using NodaTime;
using Rotfeste.Agreements.Contracts;

namespace Rotfeste.Initiatives.Pitches;

/// <summary>A page as it is put before leaders.</summary>
/// <param name="Address">Where the initiative is.</param>
/// <param name="Organisation">The organisation's name.</param>
/// <param name="Title">The initiative's title.</param>
/// <param name="Owner">By name.</param>
/// <param name="Leader">Accountable, by name.</param>
/// <param name="HasStarted">It runs already.</param>
/// <param name="Version">The version shown; 0 while it is a draft.</param>
/// <param name="On">The day that version was published; today for a draft.</param>
/// <param name="LookAgainOn">When it is looked at again.</param>
/// <param name="Why">The first sheet; only what is filled in.</param>
/// <param name="How">The second sheet; only what is filled in.</param>
/// <param name="Frame">What may be spent.</param>
/// <param name="Answers">Those whose answer holds, by name.</param>
/// <param name="Hashes">Of the sections, by key; none for a draft.</param>
/// <param name="Answer">Where this reader says where they stand; null when not asked.</param>
/// <param name="Missing">For those who write the page: what leaders will ask for, as keys.</param>
/// <param name="MayWrite">The reader writes the page.</param>
public sealed record PitchView(
    string Address, string Organisation, string Title, string Owner, string Leader, bool HasStarted, int Version, LocalDate On,
    LocalDate LookAgainOn, IReadOnlyList<PitchPartView> Why, IReadOnlyList<PitchPartView> How, Frame Frame,
    IReadOnlyList<StandRowView> Answers, IReadOnlyList<PitchHashView> Hashes, AnswerFormView? Answer, IReadOnlyList<string> Missing, bool MayWrite)
{
    /// <summary>Nothing is written yet.</summary>
    public bool IsEmpty => Why.Count + How.Count == 0;
}

/// <summary>A part of it: a key of the headings, and the words of the page.</summary>
public sealed record PitchPartView(string Key, string Words);

/// <summary>A section's hash, for the foot of the paper.</summary>
public sealed record PitchHashView(string Key, string Hash);
