using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Rotfeste.Bench.Pages;

/// <summary>Times every statement from its start until its last row was read.</summary>
internal sealed class Statements : DbCommandInterceptor
{
    private readonly ConcurrentDictionary<Guid, TimeSpan> begun = new();
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> milliseconds = new(StringComparer.Ordinal);

    /// <summary>Median time of each statement in ms, the slowest first.</summary>
    public IReadOnlyList<(string Sql, int Times, double Median)> Slowest =>
        [.. milliseconds.Select(s => (s.Key, s.Value.Count, s.Value.Order().ElementAt(s.Value.Count / 2))).OrderByDescending(s => s.Item3)];

    public void Forget() => milliseconds.Clear();

    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        begun[eventData.CommandId] = eventData.Duration;
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult DataReaderDisposing(
        DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        // How long the reader was open, on top of how long it took to open.
        if (begun.TryRemove(eventData.CommandId, out var opening))
            milliseconds.GetOrAdd(command.CommandText, _ => []).Add((opening + eventData.Duration).TotalMilliseconds);
        return result;
    }
}
