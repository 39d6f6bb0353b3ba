using Rotfeste.Bench.Gates;
using Rotfeste.Bench.Inboxes;
using Rotfeste.Bench.Ingest;
using Rotfeste.Bench.Languages;
using Rotfeste.Bench.Listen;
using Rotfeste.Bench.Match;
using Rotfeste.Bench.Overviews;
using Rotfeste.Bench.Pages;
using Rotfeste.Bench.Starts;
using Rotfeste.Bench.Waves;

var isShort = args.Contains("--short");
var part = args.FirstOrDefault(a => !a.StartsWith('-')) ?? "all";
if (part is not ("ingest" or "listen" or "pages" or "inbox" or "overview" or "gates" or "start" or "match" or "waves" or "language" or "all"))
{
    await Console.Error.WriteLineAsync("What shall be measured: ingest, listen, pages, inbox, overview, gates, start, match, waves, language or all?");
    return 2;
}

if (part is "match" or "all")
    MatchingRun.Run(isShort);
if (part is "language" or "all")
    LanguageRun.Run();
if (part is "waves" or "all")
    WavesRun.Run(isShort);
if (part is "start" or "all")
    await StartRun.RunAsync();
if (part is "pages" or "all")
    await PagesRun.RunAsync(isShort);
if (part is "inbox" or "all")
    await InboxRun.RunAsync(isShort);
if (part is "overview" or "all")
    await OverviewRun.RunAsync(isShort);
if (part is "gates" or "all")
    await GatesRun.RunAsync(isShort);
if (part is "ingest" or "all")
    await IngestRun.RunAsync(isShort);
if (part is "listen" or "all")
    await ListenRun.RunAsync(isShort);
return 0;
