using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.People.Organisations;

/// <summary>An organisation, and how it speaks and signs.</summary>
internal sealed class Organisation : IVersioned
{
    public const int LongestName = 120;
    public const int LongestNoun = 40;

    private Organisation()
    {
    }

    public OrganisationId Id { get; private init; }

    /// <summary>First segment of its addresses; never changes, or links would break.</summary>
    public string Slug { get; private init; } = "";

    public string Name { get; private set; } = "";

    public OrganisationKind Kind { get; private init; }

    public Country Country { get; private init; }

    public string Language { get; private set; } = "";

    /// <summary>TZDB id.</summary>
    public string Zone { get; private set; } = "";

    /// <summary>In definite form, in the organisation's language: «kommunen».</summary>
    public string Noun { get; private set; } = "";

    public SignatureStyle SignatureStyle { get; private set; }

    public Instant FoundedAt { get; private init; }

    public long Version { get; set; }

    public static Organisation Found(
        OrganisationId id, string slug, string name, OrganisationKind kind, Country country, string zone, string language, Instant at) => new()
    {
        Id = id,
        Slug = slug,
        Name = name,
        Kind = kind,
        Country = country,
        Language = language,
        Zone = zone,
        Noun = Nouns.For(kind, language, name),
        FoundedAt = at,
    };

    public void Settle(string name, string noun, string language, string zone, SignatureStyle style)
    {
        Zone = zone;
        Name = name;
        Noun = noun;
        Language = language;
        SignatureStyle = style;
    }
}
