using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Bench.Grounds;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Searches;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Bench.Ingest;

/// <summary>One organisation that listens to the open stream at more than its highest known pace.</summary>
internal static class IngestRun
{
    public static Task RunAsync(bool isShort) =>
        StreamRun.RunAsync(new StreamLoad("ingest", 5_000, new Listened(Words.Names, [Founded.Account]), AddSearchesAsync) { MostMegabytes = 300 }, isShort);

    private static async Task<IReadOnlyList<OrganisationId>> AddSearchesAsync(Founded founded, IServiceProvider services)
    {
        var db = services.GetRequiredService<AppDb>();
        foreach (var (name, query) in Words.Searches)
        {
            db.Add(new Search
            {
                Id = SearchId.New(),
                Organisation = founded.Organisation,
                Name = name,
                Query = query,
                CreatedAt = SystemClock.Instance.GetCurrentInstant(),
            });
        }

        await db.SaveChangesAsync();
        return [founded.Organisation];
    }
}
