using Rotfeste.Bench.Ingest;

namespace Rotfeste.Bench.Inboxes;

/// <summary>A person at work: looks at the list, opens one, takes it, writes, sometimes answers, sometimes looks for words. About one thing a second.</summary>
internal sealed class Worker(Desk desk, int number)
{
    private const string Inbox = "/fjellvik/inbox";
    private static readonly string[] Views = ["", "", "", "?view=mine", "?view=mine", "?view=free", "?view=unit", "?view=theirs", "?view=all", "?view=closed"];
    private readonly Random random = new(20_261_126 + number);

    public async Task RunAsync(CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            await ThinkAsync(over);
            if (random.Next(10) == 0)
                await desk.ListAsync(Times.Search, $"{Inbox}?q={Uri.EscapeDataString(string.Join(' ', Said(1 + random.Next(2))))}");
            else
                await desk.ListAsync(Times.List, Inbox + Views[random.Next(Views.Length)]);
            for (var opened = 0; opened < 2 && desk.Listed.Count > 0 && !over.IsCancellationRequested; opened++)
                await OneAsync(desk.Listed[random.Next(desk.Listed.Count)], over);
        }
    }

    private async Task OneAsync(string conversation, CancellationToken over)
    {
        await ThinkAsync(over);
        await desk.OpenAsync(conversation);
        var address = $"/fjellvik/conversations/{conversation}";
        if (random.Next(3) == 0)
        {
            await ThinkAsync(over);
            await desk.PostAsync(Times.Taken, $"{address}/assignment");
        }

        var text = "";
        for (var more = random.Next(4); more > 0; more--)
        {
            await ThinkAsync(over);
            text = $"{text} {string.Join(' ', Said(6))}";
            await desk.PostAsync(Times.Draft, $"{address}/draft", new KeyValuePair<string, string>("text", text));
        }

        if (text.Length > 0 && random.Next(3) == 0)
            await desk.PostAsync(Times.Answered, $"{address}/answers", new KeyValuePair<string, string>("text", text));
    }

    private IEnumerable<string> Said(int words)
    {
        var pool = Words.Languages[random.Next(3)].Pool;
        return Enumerable.Range(0, words).Select(_ => pool[random.Next(pool.Length)]);
    }

    // As waiting between independent acts is: mostly short, sometimes long.
    private async Task ThinkAsync(CancellationToken over)
    {
        var pause = TimeSpan.FromSeconds(Math.Min(10, -Math.Log(1 - random.NextDouble())));
        await Task.Delay(pause, over).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }
}
