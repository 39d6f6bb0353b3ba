using Rotfeste.Platform.Callers;

namespace Rotfeste.Platform.Slots;

/// <summary>Something an upper room offers to do with a mention; a button that posts.</summary>
/// <param name="Order">Ascending.</param>
/// <param name="Policy">Shown only to callers who satisfy it.</param>
/// <param name="Label">The words, in the reader's language.</param>
/// <param name="Address">Where the button posts, from caller and mention id.</param>
public sealed record MentionAction(
    int Order, string Policy, Func<IServiceProvider, string> Label, Func<Caller, Guid, string> Address);
