using System.Collections.Concurrent;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Platform.Data;

/// <summary>
/// How often rows of a type were written since the start, by organisation; advanced with each commit of tracked rows.
/// Statements that go past the change tracker (ExecuteUpdate and the like) are not seen: whoever runs one notes it.
/// </summary>
public sealed class RowVersions
{
    private readonly ConcurrentDictionary<(OrganisationId Organisation, Type Row), long> versions = new();

    /// <summary>A number that grows when a row of one of the types is written for the organisation, or for all of them.</summary>
    public long Of(OrganisationId organisation, ReadOnlySpan<Type> rows)
    {
        var sum = 0L;
        foreach (var row in rows)
            sum += versions.GetValueOrDefault((organisation, row)) + versions.GetValueOrDefault((default, row));
        return sum;
    }

    /// <summary>Rows of the type were written past the change tracker, and are committed.</summary>
    public void Note(OrganisationId organisation, Type row) => Advance([(organisation, row)]);

    internal void Advance(IEnumerable<(OrganisationId Organisation, Type Row)> written)
    {
        foreach (var key in written)
            versions.AddOrUpdate(key, 1, (_, before) => before + 1);
    }
}
