using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Initiatives.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Initiatives.UrgentPosts;

/// <summary>Something that could not wait and went out before everything was in place: it is explained when it is over.</summary>
internal sealed class UrgentPost : IBelongToOrganisation, IVersioned
{
    public const int LongestExplanation = 2000;

    private UrgentPost()
    {
    }

    /// <summary>What was sent.</summary>
    public ItemId Item { get; private init; }

    public OrganisationId Organisation { get; private init; }

    public ChannelId Channel { get; private init; }

    /// <summary>What the channel was for when it went out; null where it carried nothing.</summary>
    public InitiativeId? Initiative { get; private init; }

    /// <summary>Who sent it.</summary>
    public PersonId By { get; private init; }

    public Instant At { get; private init; }

    /// <summary>What happened, and why it could not wait; empty until somebody has told.</summary>
    public string Explanation { get; private set; } = "";

    /// <summary>Keeps the explanation's hash from being guessed back when the words are gone.</summary>
    public string Salt { get; private set; } = "";

    public PersonId? ExplainedBy { get; private set; }

    public Instant? ExplainedAt { get; private set; }

    /// <summary>When it was last put in better words; null where it stands as it was first told.</summary>
    public Instant? CorrectedAt { get; private set; }

    /// <summary>It was told, and the words are gone since.</summary>
    public bool IsErased => ExplainedAt is not null && Explanation.Length == 0;

    public long Version { get; set; }

    public static UrgentPost Of(PublishedBeforeReady fact, InitiativeId? initiative) => new()
    {
        Item = fact.Item, Organisation = fact.Organisation, Channel = fact.Channel, Initiative = initiative, By = fact.By, At = fact.At,
    };

    /// <summary>Told, or put in better words by whoever told; the hash of the words, for the ledger.</summary>
    public string Explain(string words, PersonId by, Instant now)
    {
        CorrectedAt = ExplainedAt is null || IsErased ? null : now;
        if (CorrectedAt is null)
            (ExplainedBy, ExplainedAt) = (by, now);
        Explanation = words;
        Salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        return HashNow();
    }

    /// <summary>Takes words and salt; that it was told, by whom and when, stays. The hash of what stood there, for the ledger.</summary>
    public string Erase()
    {
        var hash = HashNow();
        (Explanation, Salt, CorrectedAt) = ("", "", null);
        return hash;
    }

    private string HashNow() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Salt}\n{Explanation}")));

    public static void Map(ModelBuilder model) => model.Entity<UrgentPost>(row =>
    {
        row.ToTable("initiatives_urgent_posts");
        row.HasKey(p => p.Item);
        row.Ignore(p => p.IsErased);
        row.Property(p => p.Item).ValueGeneratedNever();
        row.HasIndex(p => new { p.Organisation, p.Channel });
        row.HasIndex(p => new { p.Organisation, p.Initiative });
    });
}
