using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Keys;

namespace Rotfeste.People.Tokens;

/// <summary>What a program shows that works for one person in one organisation. Only its hash is kept.</summary>
internal sealed class PersonalToken : IBelongToOrganisation
{
    public const int LongestName = 60;
    public const int Most = 20;

    /// <summary>By it a token is known where it should not stand: in a repository, in a log.</summary>
    public const string Prefix = "rotfeste_";

    private PersonalToken()
    {
    }

    public Guid Id { get; private init; }

    public OrganisationId Organisation { get; private init; }

    public PersonId Person { get; private init; }

    public string Name { get; private init; } = "";

    public string Hash { get; private init; } = "";

    /// <summary>With a space between.</summary>
    public string ScopeLine { get; private init; } = "";

    public Instant MadeAt { get; private init; }

    public Instant ExpiresAt { get; private init; }

    /// <summary>The day, in UTC: more is nobody's matter.</summary>
    public LocalDate? LastUsedOn { get; private set; }

    public IReadOnlyList<string> Scopes => ScopeLine.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static string NewCode() => Prefix + Secrets.NewCode();

    public static PersonalToken Make(Caller of, string name, string code, IEnumerable<string> scopes, Instant now, Duration life) => new()
    {
        Id = Guid.CreateVersion7(),
        Organisation = of.Organisation,
        Person = of.Person,
        Name = name,
        Hash = Secrets.HashOf(code),
        ScopeLine = string.Join(' ', scopes),
        MadeAt = now,
        ExpiresAt = now + life,
    };

    public static void Map(ModelBuilder model) => model.Entity<PersonalToken>(row =>
    {
        row.ToTable("people_tokens");
        row.Property(t => t.Id).ValueGeneratedNever();
        row.Ignore(t => t.Scopes);
        row.HasIndex(t => t.Hash).IsUnique();
        row.HasIndex(t => new { t.Organisation, t.Person });
    });
}
