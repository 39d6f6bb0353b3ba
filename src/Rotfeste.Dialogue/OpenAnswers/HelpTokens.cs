using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Keys;

namespace Rotfeste.Dialogue.OpenAnswers;

/// <summary>What shows that "did this help" came from the page itself, without a cookie: the same for all readers of a day.</summary>
internal sealed class HelpTokens(MasterKey master, IClock clock)
{
    private readonly byte[] key = master.KeyFor("open-answers-help");

    public string Of(OrganisationId organisation, string slug) => Of(organisation, slug, Today);

    /// <summary>Today's or yesterday's: a page may have lain open, or in a cache, over midnight.</summary>
    public bool IsOne(OrganisationId organisation, string slug, string token) =>
        IsSame(Of(organisation, slug, Today), token) || IsSame(Of(organisation, slug, Today.PlusDays(-1)), token);

    private LocalDate Today => clock.GetCurrentInstant().InUtc().Date;

    private static bool IsSame(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    private string Of(OrganisationId organisation, string slug, LocalDate day) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{organisation} {slug} {day:R}")).AsSpan(0, 16));
}
