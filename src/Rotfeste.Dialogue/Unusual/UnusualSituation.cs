using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Unusual;

/// <summary>What is said of an unusual situation.</summary>
/// <param name="Title">What it is: «Vannet i Storgata».</param>
/// <param name="Lead">Who leads now.</param>
/// <param name="OnCall">Who can be reached, one a line.</param>
/// <param name="Agreed">The one text that all use; may be empty at first.</param>
/// <param name="HoldsPublishing">Other posts wait until it is over.</param>
internal sealed record SituationWords(string Title, PersonId Lead, string OnCall, string Agreed, bool HoldsPublishing);

/// <summary>A storm or an emergency: one leads, all say the same, and everything else waits.</summary>
internal sealed class UnusualSituation : IBelongToOrganisation, IVersioned
{
    public const int LongestTitle = 100;
    public const int LongestOnCall = 2_000;
    public const int LongestAgreed = 2_000;
    public const int LongestLookBack = 4_000;

    private UnusualSituation()
    {
    }

    public Guid Id { get; private init; }

    public OrganisationId Organisation { get; private init; }

    public string Title { get; private set; } = "";

    public PersonId Lead { get; private set; }

    public string OnCall { get; private set; } = "";

    public string Agreed { get; private set; } = "";

    public bool HoldsPublishing { get; private set; }

    public Instant BeganAt { get; private init; }

    public PersonId BeganBy { get; private init; }

    public Instant? EndedAt { get; private set; }

    /// <summary>What went well and what we do otherwise next time.</summary>
    public string LookBack { get; private set; } = "";

    public long Version { get; set; }

    public static UnusualSituation Begin(OrganisationId organisation, SituationWords words, PersonId by, Instant now)
    {
        var situation = new UnusualSituation { Id = Guid.CreateVersion7(), Organisation = organisation, BeganAt = now, BeganBy = by };
        situation.Settle(words);
        return situation;
    }

    public void Settle(SituationWords words) =>
        (Title, Lead, OnCall, Agreed, HoldsPublishing) = (words.Title, words.Lead, words.OnCall, words.Agreed, words.HoldsPublishing);

    /// <summary>It is over; the look back can be written later, and mended.</summary>
    public void End(string lookBack, Instant now) => (EndedAt, LookBack) = (EndedAt ?? now, lookBack);

    public static void Map(ModelBuilder model) => model.Entity<UnusualSituation>(row =>
    {
        row.ToTable("dialogue_unusual_situations");
        row.Property(s => s.Id).ValueGeneratedNever();
        row.HasIndex(s => new { s.Organisation, s.BeganAt });

        // One at a time, also where two begin it at once.
        row.HasIndex(s => s.Organisation).IsUnique().HasFilter("\"EndedAt\" IS NULL");
    });
}
