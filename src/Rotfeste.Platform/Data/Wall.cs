using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Rotfeste.Platform.Data;

/// <summary>Query filters guard reads only; this guards what is written.</summary>
internal static class Wall
{
    /// <exception cref="InvalidOperationException">A row of another organisation is about to be written: a bug.</exception>
    public static void Check(ChangeTracker tracker, CurrentOrganisation current)
    {
        if (current.IsWholeInstallation)
            return;

        foreach (var entry in tracker.Entries<IBelongToOrganisation>())
        {
            var touched = entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;
            if (touched && entry.Entity.Organisation != current.Value)
                throw new InvalidOperationException($"A {entry.Metadata.ClrType.Name} of another organisation was about to be written.");
        }
    }
}
