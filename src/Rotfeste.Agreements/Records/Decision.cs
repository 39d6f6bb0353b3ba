using Rotfeste.Agreements.Histories;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Agreements.Records;

/// <summary>What comes of somebody's wish: things that happen, or what must be mended first, or that it is not theirs to do.</summary>
internal sealed record Decision(IReadOnlyList<Happening> Happenings, IReadOnlyList<Refusal> Refusals, bool IsForbidden = false, bool IsAgain = false)
{
    public static Decision Nothing { get; } = new([], []);

    public static Decision Forbidden { get; } = new([], [], IsForbidden: true);

    /// <summary>The form once more, as it was typed: somebody looked for something in it.</summary>
    public static Decision Again { get; } = new([], [], IsAgain: true);

    public static Decision Of(params IReadOnlyList<Happening> happenings) => new(happenings, []);

    public static Decision Refuse(string field, string text) => new([], [new Refusal(field, text)]);
}
