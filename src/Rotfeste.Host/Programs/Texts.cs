namespace Rotfeste.Host.Programs;

/// <summary>The texts of this folder.</summary>
internal sealed class Texts;
