namespace Rotfeste.Platform.Slots;

/// <summary>A page of a room that belongs to the organisation's settings, given from the room's door.</summary>
/// <param name="Order">Ascending.</param>
/// <param name="Path">Relative to the organisation, "settings/hooks".</param>
/// <param name="Label">What it is called, in the reader's language.</param>
public sealed record SettingsPart(int Order, string Path, Func<IServiceProvider, string> Label);
