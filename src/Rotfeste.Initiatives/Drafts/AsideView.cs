namespace Rotfeste.Initiatives.Drafts;

/// <summary>What somebody wrote at the same time as another.</summary>
/// <param name="Field">The field's key.</param>
/// <param name="By">Their id, for the buttons.</param>
/// <param name="Name">By name.</param>
/// <param name="IsMine">This reader wrote it.</param>
/// <param name="Text">What they wrote.</param>
public sealed record AsideView(string Field, string By, string Name, bool IsMine, string Text);
