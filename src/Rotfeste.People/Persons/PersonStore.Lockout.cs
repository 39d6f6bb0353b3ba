using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Rotfeste.People.Persons;

internal sealed partial class PersonStore
{
    public Task<bool> GetLockoutEnabledAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(Person user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(Person user, CancellationToken cancellationToken) =>
        Task.FromResult(user.LockedUntil?.ToDateTimeOffset());

    public Task SetLockoutEndDateAsync(Person user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken)
    {
        user.LockedUntil = lockoutEnd is { } end ? Instant.FromDateTimeOffset(end) : null;
        return Task.CompletedTask;
    }

    public Task<int> GetAccessFailedCountAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.WrongPasswords);

    // Counted by the database in one statement: many who guess at once shall not count as one.
    public async Task<int> IncrementAccessFailedCountAsync(Person user, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var from = now - Person.WrongWindow;
        await db.WriteAsync(
            () => db.Set<Person>().Where(p => p.Id == user.Id).ExecuteUpdateAsync(
                s => s
                    .SetProperty(p => p.WrongPasswords, p => p.WrongSince == null || p.WrongSince < from ? 1 : p.WrongPasswords + 1)
                    .SetProperty(p => p.WrongSince, p => p.WrongSince == null || p.WrongSince < from ? now : p.WrongSince),
                cancellationToken),
            cancellationToken);
        return await db.Set<Person>().Where(p => p.Id == user.Id).Select(p => p.WrongPasswords).FirstAsync(cancellationToken);
    }

    public Task ResetAccessFailedCountAsync(Person user, CancellationToken cancellationToken) =>
        db.WriteAsync(
            () => db.Set<Person>().Where(p => p.Id == user.Id).ExecuteUpdateAsync(
                s => s.SetProperty(p => p.WrongPasswords, 0).SetProperty(p => p.WrongSince, (Instant?)null), cancellationToken),
            cancellationToken);
}
