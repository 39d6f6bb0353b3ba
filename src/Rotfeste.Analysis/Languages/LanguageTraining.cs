namespace Rotfeste.Analysis.Languages;

/// <summary>
/// Trains a <see cref="LanguageModel"/>: stochastic gradient descent with AdaGrad (Duchi, Hazan and Singer, 2011) on whole sentences and on
/// pieces of them, every language weighing the same however much of it there is. Small word lists of our own lie beside the sentences,
/// and some of other languages, so that those are known to be none of ours. The same sentences give the same model.
/// </summary>
public static class LanguageTraining
{
    private const int Epochs = 12;
    private const int PiecesASentence = 8;
    private const int DrawsASeedLine = 12;
    private const double Rate = 0.4;
    private const double Shrink = 2e-6;
    private const double MostOfOthers = 12;
    private const double Evening = 1.4;
    private const double DampAtFirst = 0.1;

    // There is so little Danish to learn from that its words are told by Norwegian ones: an even case between the two is Danish.
    private const double DanishLean = 0.74;

    /// <summary>Trains on sentences by language.</summary>
    /// <param name="sentences">For each of nb, nn, da, sv and en its sentences; other keys are taken as languages that are none of these.</param>
    /// <exception cref="ArgumentException">A language is missing or empty.</exception>
    public static LanguageModel Train(IReadOnlyDictionary<string, IReadOnlyList<string>> sentences) => Train(sentences, Epochs);

    /// <summary>The same, each sentence seen so many times: the first few teach nearly all.</summary>
    internal static LanguageModel Train(IReadOnlyDictionary<string, IReadOnlyList<string>> sentences, int epochs)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        foreach (var language in LanguageModel.Classes.Where(c => c != LanguageModel.Other))
        {
            if (!sentences.TryGetValue(language, out var own) || own.Count == 0)
                throw new ArgumentException($"There are no sentences of {language}.", nameof(sentences));
        }

        var random = new Random(1);
        var examples = Examples(sentences, random);
        var weights = new float[LanguageFeatures.Buckets * LanguageModel.Classes.Length];
        var squares = new float[weights.Length];
        Array.Fill(squares, (float)DampAtFirst);
        var bias = new float[LanguageModel.Classes.Length];
        var share = Shares(examples);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(examples);
            foreach (var (buckets, language) in examples)
                Step(weights, squares, bias, buckets, language, share[language]);
        }

        return Packed(weights, bias);
    }

    /// <summary>The sentences of a folder of LANG.txt files, one a line. Throws DirectoryNotFoundException where it is missing.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ReadFolder(string folder) => Directory
        .EnumerateFiles(folder, "*.txt").ToDictionary(
            f => Path.GetFileNameWithoutExtension(f), f => (IReadOnlyList<string>)[.. File.ReadLines(f).Where(l => l.Any(char.IsLetter))], StringComparer.Ordinal);

    private static void Step(float[] weights, float[] squares, float[] bias, int[] buckets, int language, double share)
    {
        var size = 1 / Math.Sqrt(buckets.Length);
        var classes = bias.Length;
        var sums = new double[classes];
        foreach (var bucket in buckets)
        {
            for (var at = 0; at < classes; at++)
                sums[at] += weights[(bucket * classes) + at];
        }

        for (var at = 0; at < classes; at++)
            sums[at] = (sums[at] * size) + bias[at];
        var errors = LanguageModel.Softmax(sums);
        errors[language]--;
        for (var at = 0; at < classes; at++)
            bias[at] -= (float)(0.01 * share * errors[at]);
        foreach (var bucket in buckets)
        {
            for (var at = 0; at < classes; at++)
            {
                var place = (bucket * classes) + at;
                var slope = (float)((errors[at] * size * share) + (Shrink * weights[place]));
                squares[place] += slope * slope;
                weights[place] -= (float)(Rate * slope / Math.Sqrt(squares[place]));
            }
        }
    }

    private static (int[] Buckets, int Language)[] Examples(IReadOnlyDictionary<string, IReadOnlyList<string>> sentences, Random random)
    {
        var examples = new List<(int[], int)>();
        void Add(string text, int language)
        {
            if (LanguageFeatures.Of(text).Found is { Length: > 0 } buckets)
                examples.Add((buckets, language));
        }

        foreach (var (name, lines) in sentences.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            foreach (var line in lines)
            {
                Add(line, ClassOf(name));
                for (var piece = 0; piece < PiecesASentence; piece++)
                    Add(Piece(line.Split(' '), random), ClassOf(name));
            }
        }

        foreach (var (name, line) in Seeds())
        {
            for (var draw = 0; draw < DrawsASeedLine; draw++)
                Add(draw == 0 ? line : Piece(line.Split(' '), random), ClassOf(name));
        }

        return [.. examples];
    }

    private static int ClassOf(string name) => Array.IndexOf(LanguageModel.Classes, name) is >= 0 and var at ? at : LanguageModel.Classes.Length - 1;

    // Three to twelve words in a row.
    private static string Piece(string[] words, Random random)
    {
        var count = Math.Min(words.Length, random.Next(3, 13));
        return string.Join(' ', words.Skip(random.Next(words.Length - count + 1)).Take(count));
    }

    private static IEnumerable<(string Language, string Line)> Seeds()
    {
        using var stream = typeof(LanguageTraining).Assembly.GetManifestResourceStream("languages.seeds")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('\t', 2) is [var language, var text])
                yield return (language, text);
        }
    }

    // A language with a tenth of the sentences is not a tenth as likely; more than evened out, because it also knows fewer of its own words.
    private static double[] Shares((int[] Buckets, int Language)[] examples)
    {
        var counts = new double[LanguageModel.Classes.Length];
        foreach (var (_, language) in examples)
            counts[language]++;
        var shares = counts.Select(c => c == 0 ? 0 : examples.Length / (c * counts.Length)).ToArray();
        // What is none of ours is known by a few lines only, and must not claim every short word.
        return [.. shares.Select((s, at) => at == shares.Length - 1 ? Math.Min(s, MostOfOthers) : Math.Pow(s, Evening))];
    }

    private static LanguageModel Packed(float[] weights, float[] bias)
    {
        var most = weights.Max(Math.Abs);
        bias[Array.IndexOf(LanguageModel.Classes, "da")] += (float)DanishLean;
        var scale = Math.Max(most, 1e-6f) / sbyte.MaxValue;
        return new([.. weights.Select(w => (sbyte)Math.Round(w / scale))], scale, bias);
    }
}
