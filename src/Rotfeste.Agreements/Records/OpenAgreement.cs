using NodaTime;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Agreements.Records;

/// <summary>An agreement, read whole, to be changed or shown.</summary>
/// <param name="row">Its row.</param>
/// <param name="history">All that happened.</param>
/// <param name="zone">The organisation's zone.</param>
/// <param name="now">When it was read.</param>
internal sealed class OpenAgreement(Agreement row, History history, DateTimeZone zone, Instant now)
{
    public Agreement Row { get; } = row;

    public History History { get; } = history;

    public DateTimeZone Zone { get; } = zone;

    public Instant Now { get; } = now;

    /// <summary>The day it is where the organisation is.</summary>
    public LocalDate Today { get; } = now.InZone(zone).Date;

    public AgreementId Id => Row.Id;

    public Subject Subject => Row.Subject;

    public OrganisationId Organisation => Row.Organisation;
}
