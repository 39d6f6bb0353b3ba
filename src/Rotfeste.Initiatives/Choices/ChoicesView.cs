using NodaTime;
using Rotfeste.Initiatives.Starts;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Initiatives.Choices;

/// <summary>What the organisation has decided.</summary>
/// <param name="IsFirm">New channels wait.</param>
/// <param name="Responsible">By name; null where nobody is, or the one who was has left.</param>
/// <param name="ResponsibleId">For the form.</param>
/// <param name="HasLeft">The one who was responsible has left: it is asked again.</param>
/// <param name="DecidedAt">When it was decided.</param>
/// <param name="DecidedBy">By whom.</param>
/// <param name="Leaders">Who can be.</param>
/// <param name="MayChange">The reader is an owner.</param>
/// <param name="Refusals">What must be mended.</param>
public sealed record ChoicesView(
    bool IsFirm, string? Responsible, string ResponsibleId, bool HasLeft, Instant? DecidedAt, string? DecidedBy,
    IReadOnlyList<PersonChoiceView> Leaders, bool MayChange, IReadOnlyList<Refusal> Refusals);
