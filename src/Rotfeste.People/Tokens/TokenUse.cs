using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.People.Calling;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Keys;

namespace Rotfeste.People.Tokens;

/// <summary>Finds a token by what a program shows, and notes the day on which it was used. Before any organisation is chosen.</summary>
internal sealed class TokenUse(IServiceScopeFactory scopes, KnownPeople people, IClock clock)
{
    /// <summary>Null where there is none, where it has expired, and where its person is no longer a member.</summary>
    public async Task<PersonalToken?> FindAsync(string code, CancellationToken cancellation)
    {
        if (!code.StartsWith(PersonalToken.Prefix, StringComparison.Ordinal))
            return null;

        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().ChooseWholeInstallation();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var (hash, now) = (Secrets.HashOf(code), clock.GetCurrentInstant());
        var found = await db.Set<PersonalToken>().AsNoTracking().FirstOrDefaultAsync(t => t.Hash == hash && t.ExpiresAt > now, cancellation);
        if (found is null || await people.FindAsync(found.Person, cancellation) is not { } person || person.Seats.All(s => s.Organisation != found.Organisation))
            return null;

        if (now.InUtc().Date is var today && found.LastUsedOn != today)
        {
            await db.WriteAsync(
                () => db.Set<PersonalToken>().Where(t => t.Id == found.Id)
                    .ExecuteUpdateAsync(s => s.SetProperty(t => t.LastUsedOn, today), cancellation),
                cancellation);
        }

        return found;
    }
}
