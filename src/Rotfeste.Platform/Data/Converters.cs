using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Text;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Platform.Data;

/// <summary>How our own value types lie in the database: the same on both providers.</summary>
internal static class Converters
{
    public static void Apply(ModelConfigurationBuilder conventions, IEnumerable<TableMapping> tables)
    {
        conventions.Properties<Instant>().HaveConversion<InstantConverter>();
        conventions.Properties<LocalDate>().HaveConversion<LocalDateConverter>();
        conventions.Properties<Enum>().HaveConversion<string>();

        var assemblies = tables.Select(t => t.Map.Method.Module.Assembly).Append(typeof(AppDb).Assembly).Distinct();
        foreach (var id in assemblies.SelectMany(a => a.GetTypes()).Where(IsTypedId))
            conventions.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id));
    }

    private static bool IsTypedId(Type type) => type.IsValueType && type.GetInterfaces()
        .Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>));

    /// <summary>Microseconds since 1970: exact at the network's own resolution, sortable, and alike on both providers.</summary>
    private sealed class InstantConverter() : ValueConverter<Instant, long>(
        instant => instant.ToUnixTimeTicks() / 10,
        microseconds => Instant.FromUnixTimeTicks(microseconds * 10));

    /// <summary>ISO text, which sorts as the days do.</summary>
    private sealed class LocalDateConverter() : ValueConverter<LocalDate, string>(
        date => LocalDatePattern.Iso.Format(date),
        text => LocalDatePattern.Iso.Parse(text).Value);

    private sealed class IdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Wrap(value))
        where TId : struct, ITypedId<TId>
    {
        // An expression tree may not name a static abstract member.
        private static TId Wrap(Guid value) => TId.From(value);
    }
}
