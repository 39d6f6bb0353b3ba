using NodaTime;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Agreements.Records;

/// <summary>A stored happening; never changed.</summary>
internal sealed class HappeningRow : IBelongToOrganisation
{
    public required AgreementId Agreement { get; init; }

    public required int Number { get; init; }

    public required OrganisationId Organisation { get; init; }

    public required Instant At { get; init; }

    public required PersonId? By { get; init; }

    /// <summary>Canonical JSON of the happening.</summary>
    public required string What { get; init; }
}

/// <summary>The words of a version.</summary>
internal sealed class VersionRow : IBelongToOrganisation
{
    public required AgreementId Agreement { get; init; }

    public required int Number { get; init; }

    public required OrganisationId Organisation { get; init; }

    /// <summary>Sections as JSON, in reading order.</summary>
    public required string Sections { get; init; }
}

/// <summary>Something a person wrote. Erasing it takes text and salt; the hash stays and proves nothing was slipped in instead.</summary>
internal sealed class WordsRow : IBelongToOrganisation
{
    public required WordsId Id { get; init; }

    public required OrganisationId Organisation { get; init; }

    public required AgreementId Agreement { get; init; }

    public required PersonId By { get; init; }

    public required string Hash { get; init; }

    public string? Salt { get; set; }

    public string? Text { get; set; }

    public void Erase() => (Salt, Text) = (null, null);
}
