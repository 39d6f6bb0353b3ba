using Rotfeste.Dialogue.Listings;

namespace Rotfeste.Dialogue.BulkChanges;

/// <summary>The list with boxes to tick.</summary>
/// <param name="Wish">What is listed.</param>
/// <param name="Rows">In order.</param>
/// <param name="Labels">The organisation's labels.</param>
/// <param name="Colleagues">Whom they can be given to.</param>
/// <param name="Later">Times they can be put off until.</param>
/// <param name="IsNothing">Nothing was ticked, or not said what to do.</param>
/// <param name="Done">What was done just now, or null.</param>
public sealed record ManyView(
    InboxWish Wish, IReadOnlyList<RowView> Rows, IReadOnlyList<ChoiceView> Labels, IReadOnlyList<ChoiceView> Colleagues, IReadOnlyList<string> Later,
    bool IsNothing, DoneView? Done);

/// <summary>What was done.</summary>
/// <param name="Id">Which step.</param>
/// <param name="Kind">What.</param>
/// <param name="Changed">How many were changed.</param>
/// <param name="Refused">How many were left as they were.</param>
/// <param name="IsUndone">It was taken back.</param>
/// <param name="Kept">How many could not be put back.</param>
/// <param name="MayUndo">It can be taken back now.</param>
public sealed record DoneView(Guid Id, string Kind, int Changed, int Refused, bool IsUndone, int Kept, bool MayUndo);
