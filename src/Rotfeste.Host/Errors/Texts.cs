namespace Rotfeste.Host.Errors;

/// <summary>The texts of this folder.</summary>
internal sealed class Texts;
