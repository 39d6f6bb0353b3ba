namespace Rotfeste.People.Front;

/// <summary>An organisation that the person may go to.</summary>
public sealed record WhereToView(string Name, string Path);
