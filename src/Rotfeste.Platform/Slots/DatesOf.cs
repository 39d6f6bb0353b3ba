using NodaTime;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Platform.Slots;

/// <summary>A day that a person should have in the calendar.</summary>
/// <param name="Id">Lasting and unique among all rooms: "look-again-0197…". A moved date keeps it.</param>
/// <param name="Day">On the organisation's calendar.</param>
/// <param name="Clock">The organisation's clock; null for the whole day.</param>
/// <param name="Title">Plain words.</param>
/// <param name="Path">The page it belongs to, relative to the organisation.</param>
public sealed record PersonDate(string Id, LocalDate Day, LocalTime? Clock, string Title, string Path);

/// <summary>
/// Dates of a person that a room gives from its door. It is asked with the organisation chosen and the person's language as the current one,
/// and gives what is to come and what passed lately, a few hundred at the most.
/// </summary>
/// <param name="ReadAsync">From the scope and the person.</param>
public sealed record DatesOf(Func<IServiceProvider, PersonId, CancellationToken, Task<IReadOnlyList<PersonDate>>> ReadAsync);
