using NodaTime;
using Rotfeste.Listening.Mentions;
using Rotfeste.Platform.Ui.Charts;

namespace Rotfeste.Listening.Waves;

/// <summary>A wave in a line.</summary>
/// <param name="Id">The wave.</param>
/// <param name="Name">The search's or the label's.</param>
/// <param name="Times">How many times what was expected, rounded, at least 1.</param>
/// <param name="Posts">How many came.</param>
/// <param name="Expected">How many were expected in the same time, rounded.</param>
/// <param name="Since">When it rose.</param>
/// <param name="EndedAt">When it was over, or null while it lasts.</param>
/// <param name="Address">The posts of it, newest first.</param>
public sealed record WaveView(Guid Id, string Name, int Times, long Posts, int Expected, Instant Since, Instant? EndedAt, string Address)
{
    /// <summary>So little was expected that "so many times as much" would say nothing.</summary>
    public bool IsFromNothing => Expected < 1;
}

/// <summary>The waves of an organisation.</summary>
/// <param name="Running">Those that last.</param>
/// <param name="Past">Those that are over, newest first.</param>
/// <param name="Choices">What may be asked for, by name.</param>
public sealed record WavesView(IReadOnlyList<WaveView> Running, IReadOnlyList<WaveView> Past, IReadOnlyList<WaveChoiceView> Choices);

/// <summary>Whether the reader is told of the waves of a search or a label, and how many alerts a month it may raise.</summary>
/// <param name="Subject">The search or the label.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsTold">The reader has asked to be told.</param>
/// <param name="AlertsPerMonth">The budget.</param>
/// <param name="MayChange">The reader may change the budget.</param>
public sealed record WaveChoiceView(Guid Subject, string Name, bool IsTold, int AlertsPerMonth, bool MayChange);

/// <summary>A wave with what is in it.</summary>
/// <param name="Wave">The wave.</param>
/// <param name="First">The posts that set it off, oldest first.</param>
/// <param name="Words">Words that are new, with how many posts.</param>
/// <param name="Sources">Where it is said.</param>
/// <param name="Languages">In which languages.</param>
/// <param name="Looked">How many of its posts were read for this.</param>
public sealed record WavePageView(
    WaveView Wave, IReadOnlyList<MentionView> First, IReadOnlyList<string> Words, IReadOnlyList<ChartShare> Sources, IReadOnlyList<ChartShare> Languages, int Looked);
