using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.People.Passkeys;

namespace Rotfeste.People.Persons;

internal sealed partial class PersonStore
{
    public async Task AddOrUpdatePasskeyAsync(Person user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var id = Convert.ToHexStringLower(passkey.CredentialId);
        if (await db.Set<Passkey>().FirstOrDefaultAsync(k => k.Id == id && k.Person == user.Id, cancellationToken) is { } known)
        {
            known.Name = passkey.Name;
            known.SignCount = passkey.SignCount;
            known.IsUserVerified = passkey.IsUserVerified;
            known.IsBackedUp = passkey.IsBackedUp;
            return;
        }

        db.Add(new Passkey
        {
            Id = id,
            Person = user.Id,
            PublicKey = passkey.PublicKey,
            Name = passkey.Name,
            CreatedAt = Instant.FromDateTimeOffset(passkey.CreatedAt),
            SignCount = passkey.SignCount,
            Transports = string.Join(' ', passkey.Transports ?? []),
            IsUserVerified = passkey.IsUserVerified,
            IsBackupEligible = passkey.IsBackupEligible,
            IsBackedUp = passkey.IsBackedUp,
            AttestationObject = passkey.AttestationObject,
            ClientDataJson = passkey.ClientDataJson,
        });
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Person user, CancellationToken cancellationToken)
    {
        var keys = await db.Set<Passkey>().AsNoTracking()
            .Where(k => k.Person == user.Id).OrderBy(k => k.CreatedAt).ToListAsync(cancellationToken);
        return [.. keys.Select(Read)];
    }

    public async Task<Person?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = Convert.ToHexStringLower(credentialId);
        return await db.Set<Passkey>().Where(k => k.Id == id)
            .Join(db.Set<Person>(), k => k.Person, p => p.Id, (_, p) => p).FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Person user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = Convert.ToHexStringLower(credentialId);
        var key = await db.Set<Passkey>().AsNoTracking()
            .FirstOrDefaultAsync(k => k.Id == id && k.Person == user.Id, cancellationToken);
        return key is null ? null : Read(key);
    }

    public async Task RemovePasskeyAsync(Person user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = Convert.ToHexStringLower(credentialId);
        if (await db.Set<Passkey>().FirstOrDefaultAsync(k => k.Id == id && k.Person == user.Id, cancellationToken) is { } key)
            db.Remove(key);
    }

    private static UserPasskeyInfo Read(Passkey key) => new(
        Convert.FromHexString(key.Id), key.PublicKey, key.CreatedAt.ToDateTimeOffset(), (uint)key.SignCount,
        key.Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        key.IsUserVerified, key.IsBackupEligible, key.IsBackedUp, key.AttestationObject, key.ClientDataJson)
    {
        Name = key.Name,
    };
}
