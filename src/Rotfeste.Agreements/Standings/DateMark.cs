using NodaTime;
using Rotfeste.Agreements.Contracts;

namespace Rotfeste.Agreements.Standings;

/// <summary>A date that ends answers: it was in force at the end of its day, or will be.</summary>
internal sealed record DateMark(LocalDate Day, StaleCause Cause);
