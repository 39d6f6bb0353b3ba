using System.IO.Compression;

namespace Rotfeste.Analysis.Languages;

/// <summary>The language of a text.</summary>
/// <param name="Tag"><c>nb</c>, <c>nn</c>, <c>da</c>, <c>sv</c>, <c>en</c>; <c>no</c> where it is one of the two Norwegian ones, and <c>und</c> where it is none of these or cannot be told.</param>
/// <param name="Probability">0 to 1: what the model gives the tag; of <c>und</c>, what it gives everything but the likeliest language.</param>
public readonly record struct LanguageGuess(string Tag, double Probability);

/// <summary>
/// Tells the languages of short texts apart: logistic regression over words and pieces of words, with one byte a weight. Immutable, and
/// safe for several threads. The one that comes with it was trained on Universal Dependencies (see NOTICE).
/// </summary>
public sealed class LanguageModel
{
    internal const string Other = "other";
    internal static readonly string[] Classes = ["nb", "nn", "da", "sv", "en", Other];

    private const string Signature = "rotfeste-language-1";

    // Below this the likeliest of the languages is not likely enough to be called it.
    private const double LeastProbability = 0.5;

    // Of what is Norwegian, this share must be one of its two languages, or it is undecided.
    private const double LeastShare = 0.52;

    // The last step of quality takes ten times as long and saves next to nothing.
    private static readonly BrotliCompressionOptions Packing = new() { Quality = 9 };

    private static readonly Lazy<LanguageModel> Own = new(() =>
    {
        using var stream = typeof(LanguageModel).Assembly.GetManifestResourceStream("languages.model")!;
        return Read(stream);
    });

    private readonly sbyte[] _weights;
    private readonly float _scale;
    private readonly float[] _bias;

    internal LanguageModel(sbyte[] weights, float scale, float[] bias) => (_weights, _scale, _bias) = (weights, scale, bias);

    /// <summary>The model that comes with the engine; read at first use.</summary>
    public static LanguageModel Default => Own.Value;

    /// <summary>Reads a model that <see cref="Write"/> wrote. Throws InvalidDataException for anything else.</summary>
    public static LanguageModel Read(Stream stream)
    {
        using var reader = new BinaryReader(new BrotliStream(stream, CompressionMode.Decompress));
        try
        {
            if (reader.ReadString() != Signature)
                throw new InvalidDataException("This is no language model, or one of another version.");
            var scale = reader.ReadSingle();
            var bias = Classes.Select(_ => reader.ReadSingle()).ToArray();
            var bytes = reader.ReadBytes(LanguageFeatures.Buckets * Classes.Length);
            return bytes.Length == LanguageFeatures.Buckets * Classes.Length
                ? new((sbyte[])(Array)bytes, scale, bias)
                : throw new InvalidDataException("The language model is cut short.");
        }
        catch (Exception cause) when (cause is EndOfStreamException or IOException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException("This is no language model.", cause);
        }
    }

    /// <summary>Writes the model, packed; under two megabytes.</summary>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(new BrotliStream(stream, Packing, leaveOpen: true));
        writer.Write(Signature);
        writer.Write(_scale);
        foreach (var bias in _bias)
            writer.Write(bias);
        writer.Write((byte[])(Array)_weights);
    }

    /// <summary>The likeliest language of a text of any length; of a long one the first four thousand characters are read.</summary>
    public LanguageGuess Guess(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (buckets, letters, latin) = LanguageFeatures.Of(text);
        if (letters < 2 || latin * 2 < letters)
            return new("und", 1);
        var chances = Chances(buckets);
        var norwegian = chances[0] + chances[1];
        var (best, chance) = ("no", norwegian);
        for (var at = 2; at < Classes.Length - 1; at++)
        {
            if (chances[at] > chance)
                (best, chance) = (Classes[at], chances[at]);
        }

        if (chance < LeastProbability)
            return new("und", 1 - chance);
        if (best != "no")
            return new(best, chance);
        var stronger = Math.Max(chances[0], chances[1]);
        return stronger / norwegian < LeastShare ? new("no", norwegian) : new(chances[0] > chances[1] ? "nb" : "nn", stronger);
    }

    internal double[] Chances(int[] buckets)
    {
        var sums = new double[Classes.Length];
        foreach (var bucket in buckets)
        {
            var weights = _weights.AsSpan(bucket * sums.Length, sums.Length);
            for (var at = 0; at < sums.Length; at++)
                sums[at] += weights[at];
        }

        var size = _scale / Math.Sqrt(buckets.Length);
        for (var at = 0; at < sums.Length; at++)
            sums[at] = (sums[at] * size) + _bias[at];
        return Softmax(sums);
    }

    internal static double[] Softmax(double[] sums)
    {
        var most = sums.Max();
        var total = 0.0;
        for (var at = 0; at < sums.Length; at++)
            total += sums[at] = Math.Exp(sums[at] - most);
        for (var at = 0; at < sums.Length; at++)
            sums[at] /= total;
        return sums;
    }
}
