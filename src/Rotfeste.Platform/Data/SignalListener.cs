using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Platform.Data;

/// <summary>
/// Hears what others on the same PostgreSQL database have committed, a verb of the command line for example, and wakes the
/// work that waits for it. It keeps one connection of its own, outside the pool, and makes a new one when that breaks.
/// </summary>
internal sealed partial class SignalListener(Settings settings, FactSignal facts, DueSignal due, ILogger<SignalListener> log) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Database is not { } database)
            return;

        var address = new NpgsqlConnectionStringBuilder(database) { Pooling = false, KeepAlive = 30 }.ConnectionString;
        var pause = FirstPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(address, () => pause = FirstPause, stoppingToken);
            }
            catch (Exception broken) when (!stoppingToken.IsCancellationRequested)
            {
                LogBroken(broken.GetType().Name, pause);
                await Task.Delay(pause, stoppingToken);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    private async Task ListenAsync(string address, Action connected, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(address);
        connection.Notification += (_, heard) => Ring(heard.Payload);
        await connection.OpenAsync(cancellation);
        await using (var command = new NpgsqlCommand($"LISTEN {Signals.Channel}", connection))
            await command.ExecuteNonQueryAsync(cancellation);

        // What was told while nobody listened is looked for once.
        connected();
        facts.Set();
        due.Set();
        while (true)
            await connection.WaitAsync(cancellation);
    }

    private void Ring(string bell)
    {
        if (bell == facts.Name)
            facts.Set();
        if (bell == due.Name)
            due.Set();
    }

    [LoggerMessage(LogLevel.Warning, "The connection that hears signals broke ({Kind}); a new one in {Pause}")]
    private partial void LogBroken(string kind, TimeSpan pause);
}
