namespace Rotfeste.Platform.Slots;

/// <summary>
/// Something an upper room offers to do with what a person shared from elsewhere (the phone's share menu, a bookmark): a page that takes the
/// address in the query's "url" and the words in its "text".
/// </summary>
/// <param name="Policy">Shown only to callers who satisfy it.</param>
/// <param name="Label">The words, in the reader's language.</param>
/// <param name="Path">Relative to the organisation, "inbox/by-hand".</param>
public sealed record SharedWay(string Policy, Func<IServiceProvider, string> Label, string Path);
