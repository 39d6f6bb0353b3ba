using Rotfeste.Bench.Ingest;

var isShort = args.Contains("--short");
switch (args.FirstOrDefault(a => !a.StartsWith('-')))
{
    case "ingest":
        await IngestRun.RunAsync(isShort);
        return 0;
    default:
        await Console.Error.WriteLineAsync("What shall be measured: ingest, pages, start or all?");
        return 2;
}
