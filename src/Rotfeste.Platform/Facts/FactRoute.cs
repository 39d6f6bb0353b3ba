using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Platform.Data;

namespace Rotfeste.Platform.Facts;

/// <summary>Which handler takes which fact type.</summary>
internal sealed record FactRoute(
    string Handler, string Type, Func<IServiceProvider, IReadOnlyList<FactRow>, CancellationToken, Task> HandleAsync)
{
    public static FactRoute Of<TFact, THandler>()
        where TFact : class, IFact
        where THandler : class, IOn<TFact> =>
        new(typeof(THandler).FullName!, FactLog.NameOf(typeof(TFact)), (services, rows, cancellation) =>
        {
            var facts = rows.Select(r => JsonSerializer.Deserialize<TFact>(r.Json, StoredJson.Options)!).ToList();
            return services.GetRequiredService<THandler>().HandleAsync(facts, cancellation);
        });
}
