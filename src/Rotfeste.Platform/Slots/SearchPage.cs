namespace Rotfeste.Platform.Slots;

/// <summary>The page that answers a search from the rail; without it the rail has no search field.</summary>
/// <param name="Path">Relative to the organisation, "search"; asked with GET and the words in "q".</param>
public sealed record SearchPage(string Path);
