using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Facts;
using Rotfeste.Platform.Ledger;

namespace Rotfeste.Platform.Data;

public sealed partial class AppDb
{
    private readonly List<Action> afterCommit = [];
    private readonly HashSet<(OrganisationId Organisation, Type Row)> written = [];
    private readonly HashSet<string> bells = new(StringComparer.Ordinal);
    private bool durable;

    /// <summary>A write of this unit of work is running.</summary>
    internal bool IsWriting { get; private set; }

    /// <summary>
    /// This unit of work survives a power failure once saved: SQLite writes through to the disk before it answers
    /// (synchronous=FULL). For what is sent to the outside.
    /// </summary>
    public void MustOutliveAPowerFailure() => durable = true;

    /// <summary>Runs once the running unit of work is committed, never when it fails.</summary>
    public void AfterCommit(Action action) => afterCommit.Add(action);

    /// <summary>
    /// Rings a bell once the running unit of work is committed: in this process, and on PostgreSQL in every process that
    /// listens to the database.
    /// </summary>
    public void WakeAfterCommit(WakeUp bell)
    {
        afterCommit.Add(bell.Set);
        if (bell.Name is { } name && !IsSqlite)
            bells.Add(name);
    }

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save asynchronously: the write gate is waited for.");

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is not null)
            return await SaveInsideAsync(acceptAllChangesOnSuccess, cancellationToken);

        var saved = 0;
        await WriteAsync(
            async () => saved = await SaveInsideAsync(acceptAllChangesOnSuccess, cancellationToken), cancellationToken);
        return saved;
    }

    /// <summary>
    /// One write transaction round several reads and saves. Nothing inside may wait for a network: other writers wait.
    /// </summary>
    public async Task WriteAsync(Func<Task> work, CancellationToken cancellation)
    {
        using (await gate.EnterAsync(cancellation))
        {
            await Database.OpenConnectionAsync(cancellation);
            IsWriting = true;
            try
            {
                if (durable && IsSqlite)
                    await Database.ExecuteSqlRawAsync("PRAGMA synchronous=FULL", cancellation);
                await using var transaction = await Database.BeginTransactionAsync(cancellation);
                await work();
                await Signals.SendAsync(this, bells, cancellation);
                await transaction.CommitAsync(cancellation);
            }
            catch
            {
                afterCommit.Clear();
                written.Clear();
                throw;
            }
            finally
            {
                IsWriting = false;
                bells.Clear();
                await Database.CloseConnectionAsync();
            }
        }

        RunAfterCommit();
    }

    private async Task<int> SaveInsideAsync(bool accept, CancellationToken cancellation)
    {
        ChangeTracker.DetectChanges();
        Wall.Check(ChangeTracker, current);
        foreach (var entry in ChangeTracker.Entries<IVersioned>().Where(e => e.State == EntityState.Modified))
            entry.Entity.Version++;
        NoteWritten();

        if (Added<FactRow>().Any() || Added<LedgerEntry>().Any())
        {
            await CommitOrder.HoldAsync(this, cancellation);
            await Chain.CloseAsync(this, [.. Added<LedgerEntry>()], cancellation);
        }

        return await base.SaveChangesAsync(accept, cancellation);
    }

    private void NoteWritten()
    {
        foreach (var entry in ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
            written.Add((entry.Entity is IBelongToOrganisation row ? row.Organisation : default, entry.Metadata.ClrType));
    }

    private IEnumerable<TRow> Added<TRow>()
        where TRow : class =>
        ChangeTracker.Entries<TRow>().Where(e => e.State == EntityState.Added).Select(e => e.Entity);

    private void RunAfterCommit()
    {
        versions.Advance(written);
        written.Clear();
        var actions = afterCommit.ToArray();
        afterCommit.Clear();
        foreach (var action in actions)
            action();
    }
}
