using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Keys;

namespace Rotfeste.People.Codes;

/// <summary>Makes single-use codes and takes them.</summary>
internal sealed class CodeBook(AppDb db, IClock clock)
{
    /// <summary>Adds a code to the caller's unit of work; the code itself is known to the caller alone.</summary>
    public string Add(CodePurpose purpose, PersonId? person, Duration life) => Add(purpose, person, life, Secrets.NewCode());

    /// <summary>Adds a code that was made elsewhere.</summary>
    public string Add(CodePurpose purpose, PersonId? person, Duration life, string code)
    {
        db.Add(new SingleUseCode
        {
            Id = Guid.CreateVersion7(),
            Purpose = purpose,
            Person = person,
            Hash = Secrets.HashOf(code),
            ExpiresAt = clock.GetCurrentInstant() + life,
        });
        return code;
    }

    /// <summary>Whether the code would open now; nothing is used up.</summary>
    public Task<bool> OpensAsync(CodePurpose purpose, string code, CancellationToken cancellation) =>
        Open(purpose, code).AnyAsync(cancellation);

    /// <summary>The code where it would open now; nothing is used up.</summary>
    public Task<SingleUseCode?> FindAsync(CodePurpose purpose, string code, CancellationToken cancellation) =>
        Open(purpose, code).FirstOrDefaultAsync(cancellation);

    /// <summary>Uses the code up; null where it does not open. Of two who come at once one gets it.</summary>
    public async Task<SingleUseCode?> TakeAsync(CodePurpose purpose, string code, CancellationToken cancellation)
    {
        SingleUseCode? taken = null;
        await db.WriteAsync(async () => taken = await TakeInsideAsync(purpose, code, cancellation), cancellation);
        return taken;
    }

    /// <summary>The same inside a write transaction that the caller has begun.</summary>
    public async Task<SingleUseCode?> TakeInsideAsync(CodePurpose purpose, string code, CancellationToken cancellation)
    {
        if (await Open(purpose, code).FirstOrDefaultAsync(cancellation) is not { } found)
            return null;

        var now = clock.GetCurrentInstant();
        var rows = await db.Set<SingleUseCode>()
            .Where(c => c.Id == found.Id && c.UsedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.UsedAt, now), cancellation);
        return rows == 1 ? found : null;
    }

    /// <summary>Ends a person's open codes of a kind: an older mail shall not open what a newer one closed.</summary>
    public Task EndAsync(CodePurpose purpose, PersonId? person, CancellationToken cancellation) =>
        db.WriteAsync(
            () => db.Set<SingleUseCode>()
                .Where(c => c.Purpose == purpose && c.Person == person && c.UsedAt == null)
                .ExecuteDeleteAsync(cancellation),
            cancellation);

    private IQueryable<SingleUseCode> Open(CodePurpose purpose, string code)
    {
        var hash = Secrets.HashOf(code);
        var now = clock.GetCurrentInstant();
        return db.Set<SingleUseCode>().AsNoTracking()
            .Where(c => c.Hash == hash && c.Purpose == purpose && c.UsedAt == null && c.ExpiresAt > now);
    }
}
