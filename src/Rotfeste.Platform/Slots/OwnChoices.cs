namespace Rotfeste.Platform.Slots;

/// <summary>A page with a person's own choices, given by a room from its door; the person's profile leads to it.</summary>
/// <param name="Order">Ascending.</param>
/// <param name="Path">Relative to the organisation, "profile/listening".</param>
/// <param name="Label">What it is called, in the reader's language.</param>
/// <param name="What">One sentence on what one chooses there.</param>
public sealed record OwnChoices(int Order, string Path, Func<IServiceProvider, string> Label, Func<IServiceProvider, string> What);
