using Rotfeste.Bench.Ingest;
using Rotfeste.Bench.Pages;
using Rotfeste.Bench.Starts;
using Rotfeste.Bench.Waves;

var isShort = args.Contains("--short");
var part = args.FirstOrDefault(a => !a.StartsWith('-')) ?? "all";
if (part is not ("ingest" or "pages" or "start" or "waves" or "all"))
{
    await Console.Error.WriteLineAsync("What shall be measured: ingest, pages, start, waves or all?");
    return 2;
}

if (part is "waves" or "all")
    WavesRun.Run(isShort);
if (part is "start" or "all")
    await StartRun.RunAsync();
if (part is "pages" or "all")
    await PagesRun.RunAsync(isShort);
if (part is "ingest" or "all")
    await IngestRun.RunAsync(isShort);
return 0;
