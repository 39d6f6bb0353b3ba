using System.CommandLine;
using System.Globalization;
using NodaTime;
using Rotfeste.Analysis.Waves;

namespace Rotfeste.Host.Commands;

/// <summary><c>waves</c>: reads counts, writes for each row what was expected and whether a wave is to be told of.</summary>
internal static class WavesVerb
{
    private const string Header = "timestamp,value,expected,surprise,wave";

    public static Command Command()
    {
        var file = new Option<string?>("--in") { Description = "A CSV with the columns timestamp and value, oldest row first (default: standard input)." };
        var budget = new Option<double>("--alerts-per-month") { Description = "How many alerts in thirty days are welcome (default: 4).", DefaultValueFactory = _ => 4 };
        budget.Validators.Add(result =>
        {
            if (!(result.GetValueOrDefault<double>() is > 0 and < 10_000))
                result.AddError("--alerts-per-month takes a number above 0.");
        });
        var command = new Command("waves", "Notices sudden waves in a row of counts; each row is judged by the rows before it.") { file, budget };
        command.SetAction(parsed => Run(parsed.GetValue(file), parsed.GetValue(budget)));
        return command;
    }

    private static int Run(string? file, double budget)
    {
        if (file is not (null or "-") && !File.Exists(file))
        {
            Console.Error.WriteLine($"{file} was not found.");
            return 2;
        }

        using var source = file is null or "-" ? Console.In : File.OpenText(file);
        using var target = new StreamWriter(Console.OpenStandardOutput());
        return Write(source, target, Console.Error, budget);
    }

    /// <summary>Writes a row for each row read; a row that cannot be read ends it with exit code 2.</summary>
    internal static int Write(TextReader source, TextWriter target, TextWriter complaints, double budget)
    {
        target.Write($"{Header}\n");
        var detector = new WaveDetector(budget);
        Instant? last = null;
        for (var number = 1; source.ReadLine() is { } line; number++)
        {
            var parts = line.Split(',', ';');
            if (line.Trim().Length == 0 || (number == 1 && IsHeader(parts)))
                continue;
            var at = parts.Length < 2 ? null : Moment(parts[0]);
            if (at is null || at <= last || Row(detector, at.Value, parts) is not { } row)
            {
                target.Flush();
                complaints.WriteLine($"Line {number}: {(at <= last ? "the timestamp is not after the one before" : "a timestamp and a count from 0 up were expected")}. Mend it and run again.");
                return 2;
            }

            target.Write(row + "\n");
            last = at;
        }

        return 0;
    }

    // A timestamp without a value is a gap: nothing was counted, so nothing is said of it.
    private static string? Row(WaveDetector detector, Instant at, string[] parts)
    {
        var value = parts[1].Trim().Trim('"');
        if (value.Length == 0)
            return $"{parts[0]},,{Shown(detector.ExpectedAt(at))},,0";
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var count) || !(count >= 0 && double.IsFinite(count)))
            return null;
        var step = detector.Add(at, count);
        return $"{parts[0]},{parts[1]},{Shown(step.Expected)},{Shown(step.Surprise)},{(step.IsAlert ? 1 : 0)}";
    }

    private static bool IsHeader(string[] parts) => parts[0].Trim().Trim('"', '\uFEFF').Equals("timestamp", StringComparison.OrdinalIgnoreCase);

    private static Instant? Moment(string text)
    {
        var clean = text.Trim().Trim('"', '\uFEFF');
        if (long.TryParse(clean, NumberStyles.None, CultureInfo.InvariantCulture, out var epoch) && clean.Length is >= 9 and <= 13)
            return clean.Length == 13 ? Instant.FromUnixTimeMilliseconds(epoch) : Instant.FromUnixTimeSeconds(epoch);
        return DateTimeOffset.TryParse(clean, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? Instant.FromDateTimeOffset(moment) : null;
    }

    private static string Shown(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
