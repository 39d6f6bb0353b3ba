using NodaTime;

namespace Rotfeste.Analysis.Waves;

/// <summary>What one step looked like against everything before it.</summary>
/// <param name="Expected">Posts that were to be expected in the step.</param>
/// <param name="Surprise">
/// Minus log10 of the chance of so many or more, of the step alone or of the last 15 or 30 minutes together, whichever is the more
/// surprising; 0 for a step without posts.
/// </param>
/// <param name="Evidence">How much speaks for a wave that began in the last half hour: log10 of a likelihood ratio; 0 for nothing.</param>
/// <param name="Threshold">What the evidence has to reach to be told of.</param>
/// <param name="IsAlert">True on the one step that tells of a wave.</param>
/// <param name="WaveSince">When the wave that the step belongs to rose; null outside waves.</param>
public readonly record struct WaveStep(double Expected, double Surprise, double Evidence, double Threshold, bool IsAlert, Instant? WaveSince);
