using Npgsql;
using Rotfeste.Platform;

namespace Rotfeste.Host.Commands;

/// <summary>The database's address in the form that PostgreSQL's own programs read.</summary>
internal static class Postgres
{
    public static string Address(Settings settings)
    {
        var parts = new NpgsqlConnectionStringBuilder(settings.Database);
        var user = Uri.EscapeDataString(parts.Username ?? "");
        var password = parts.Password is { Length: > 0 } p ? $":{Uri.EscapeDataString(p)}" : "";
        return $"postgresql://{user}{password}@{parts.Host}:{parts.Port}/{Uri.EscapeDataString(parts.Database ?? "")}";
    }
}
