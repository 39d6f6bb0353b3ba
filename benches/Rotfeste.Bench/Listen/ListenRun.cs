using Rotfeste.Bench.Ingest;

namespace Rotfeste.Bench.Listen;

/// <summary>Many organisations with many searches each on the one stream, at the pace of its past peaks.</summary>
internal static class ListenRun
{
    public static Task RunAsync(bool isShort) => StreamRun.RunAsync(
        new StreamLoad("listen", 2_000, new Listened([.. ManySearches.All.Select(s => s.Said)], ManySearches.Accounts), ManySearches.AddAsync), isShort);
}
