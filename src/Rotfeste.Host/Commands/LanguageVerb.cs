using System.CommandLine;
using System.Globalization;
using Rotfeste.Analysis.Languages;

namespace Rotfeste.Host.Commands;

/// <summary><c>language</c>: a tag and its probability for each line; <c>language train</c>: makes the model anew.</summary>
internal static class LanguageVerb
{
    public static Command Command()
    {
        var file = new Option<string?>("--in") { Description = "A text file, one text a line (default: standard input)." };
        var command = new Command("language", "Says of each line whether it is nb, nn, da, sv or en; no where it is Norwegian of either kind, und where it cannot be told.") { file };
        command.SetAction(parsed => Guess(parsed.GetValue(file)));
        command.Subcommands.Add(Train());
        return command;
    }

    private static Command Train()
    {
        var from = new Option<string>("--from") { Description = "A folder of LANG.txt files, one sentence a line: nb, nn, da, sv and en; others are learnt as none of these.", Required = true };
        var to = new Option<string>("--to") { Description = "Where to write the model.", Required = true };
        var command = new Command("train", "Trains the model that the product is built with.") { from, to };
        command.SetAction(parsed => Train(parsed.GetValue(from)!, parsed.GetValue(to)!));
        return command;
    }

    private static int Guess(string? file)
    {
        if (file is not (null or "-") && !File.Exists(file))
        {
            Console.Error.WriteLine($"{file} was not found.");
            return 2;
        }

        using var source = file is null or "-" ? Console.In : File.OpenText(file);
        using var target = new StreamWriter(Console.OpenStandardOutput());
        Write(source, target);
        return 0;
    }

    /// <summary>One line for each line read: the tag, a tab, its probability.</summary>
    internal static void Write(TextReader source, TextWriter target)
    {
        while (source.ReadLine() is { } line)
        {
            var guess = LanguageModel.Default.Guess(line);
            target.Write($"{guess.Tag}\t{guess.Probability.ToString("0.000", CultureInfo.InvariantCulture)}\n");
        }
    }

    private static int Train(string from, string to)
    {
        try
        {
            var model = LanguageTraining.Train(LanguageTraining.ReadFolder(from));
            using var target = File.Create(to);
            model.Write(target);
            Console.Error.WriteLine($"{to}: {target.Length:#,##0} bytes.");
            return 0;
        }
        catch (Exception cause) when (cause is ArgumentException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(cause.Message);
            return 2;
        }
    }
}
