using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Intakes;

namespace Rotfeste.Listening.Imports;

/// <summary>Some lines of a file, read and not stored.</summary>
/// <param name="From">Where they begin, in bytes.</param>
/// <param name="End">Where they end.</param>
/// <param name="Lines">Lines up to there.</param>
/// <param name="Posts">Those that are posts.</param>
/// <param name="Bad">Numbers of those that are none.</param>
internal sealed record ImportBatch(long From, long End, long Lines, List<NetworkPost> Posts, List<long> Bad)
{
    private const int Most = 500;
    private const string Prefix = "import";

    public bool IsEmpty => End == From;

    public static async Task<ImportBatch> ReadAsync(ImportLines lines, TableHead? head, long from, long before, CancellationToken cancellation)
    {
        var batch = new ImportBatch(from, from, before, [], []);
        var isHead = head is not null && from == 0;
        while (batch.Posts.Count + batch.Bad.Count < Most && await lines.NextAsync(cancellation) is { } line)
        {
            batch = batch with { End = line.End, Lines = line.LinesRead };
            if (isHead)
            {
                isHead = false;
                if (!head!.IsWhole)
                    batch.Bad.Add(line.Line);
                continue;
            }

            var post = line.Text is null ? null : head is null ? PostJson.Read(line.Text, Prefix) : head.Read(line.Text, Prefix);
            if (post is null)
                batch.Bad.Add(line.Line);
            else
                batch.Posts.Add(post.ToNetworkPost());
        }

        return batch;
    }
}
