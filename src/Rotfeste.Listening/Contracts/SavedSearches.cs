using Microsoft.EntityFrameworkCore;
using Rotfeste.Listening.Searches;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Contracts;

/// <summary>What other rooms may know of the searches of the current organisation.</summary>
public sealed class SavedSearches(AppDb db)
{
    /// <summary>Whether anything is listened for.</summary>
    public Task<bool> AnyAsync(CancellationToken cancellation) => db.Set<Search>().AnyAsync(s => s.StoppedAt == null, cancellation);
}
