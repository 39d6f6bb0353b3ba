using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.People.Codes;
using Rotfeste.People.Organisations;
using Rotfeste.Platform.Data;

namespace Rotfeste.People.Setup;

/// <summary>The code on the console that guards the first set-up: whoever can read the console may set up.</summary>
internal sealed class SetupCodes(AppDb db, CodeBook codes)
{
    // Without the letters and digits that are taken for each other.
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static readonly Duration Life = Duration.FromDays(365);

    public async Task<bool> IsNeededAsync(CancellationToken cancellation) => !await db.Set<Organisation>().AnyAsync(cancellation);

    /// <summary>Makes a new code, "H7QK-2MTR", and ends the one before; null once an organisation exists.</summary>
    public async Task<string?> NewAsync(CancellationToken cancellation)
    {
        if (!await IsNeededAsync(cancellation))
            return null;

        await codes.EndAsync(CodePurpose.Setup, person: null, cancellation);
        var code = RandomNumberGenerator.GetString(Letters, 8);
        codes.Add(CodePurpose.Setup, person: null, Life, code);
        await db.SaveChangesAsync(cancellation);
        return $"{code[..4]}-{code[4..]}";
    }

    /// <summary>What was typed, without dash, space and small letters.</summary>
    public static string Plain(string typed) => string.Concat(typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
}
