using System.Diagnostics;
using Rotfeste.Analysis.Languages;
using Rotfeste.Bench.Figures;
using Rotfeste.Bench.Grounds;

namespace Rotfeste.Bench.Languages;

/// <summary>
/// Five trainings, each without a fifth of the sentences, which are then told: every sentence of 20 to 140 characters is judged by a model
/// that has not seen it. Undecided Norwegian counts half.
/// </summary>
internal static class LanguageRun
{
    private const int Folds = 5;

    public static void Run()
    {
        var folder = Environment.GetEnvironmentVariable("ROTFESTE_LANGUAGE_DATA")
            ?? Path.Combine(Checkout.Root, "..", "shared", "data", "ud");
        if (!Directory.Exists(folder))
        {
            Console.WriteLine($"language: skipped. {folder} was not found; ROTFESTE_LANGUAGE_DATA names a folder of LANG.txt files.");
            return;
        }

        var sentences = LanguageTraining.ReadFolder(folder);
        var told = new List<(string Is, string Told)>();
        var clock = new Stopwatch();
        for (var fold = 0; fold < Folds; fold++)
        {
            var model = LanguageTraining.Train(sentences.ToDictionary(s => s.Key, s => Part(s.Value, at => at % Folds != fold), StringComparer.Ordinal));
            var held = sentences.SelectMany(s => Part(s.Value, at => at % Folds == fold).Where(t => t.Length is >= 20 and <= 140).Select(t => (s.Key, t))).ToList();
            clock.Start();
            told.AddRange(held.Select(h => (h.Key, model.Guess(h.t).Tag)));
            clock.Stop();
        }

        List<Figure> figures = [];
        foreach (var language in sentences.Keys.Order(StringComparer.Ordinal))
        {
            var own = told.Where(t => t.Is == language).ToList();
            var half = language is "nb" or "nn" ? 0.5 : 0;
            figures.Add(new($"{language} right of {own.Count} %", 100 * own.Sum(t => t.Told == language ? 1 : t.Told == "no" ? half : 0) / own.Count, 95, MoreIsBetter: true));
            figures.AddRange(own.Where(t => t.Told != language).GroupBy(t => t.Told).OrderByDescending(g => g.Count()).Select(g => new Figure($"  {language} told as {g.Key}", g.Count())));
        }

        figures.Add(new("sentences a second", told.Count / clock.Elapsed.TotalSeconds));
        new Result("languages of held-out sentences of 20 to 140 characters", figures).Print();
    }

    private static IReadOnlyList<string> Part(IReadOnlyList<string> sentences, Func<int, bool> taken) => [.. sentences.Where((_, at) => taken(at))];
}
