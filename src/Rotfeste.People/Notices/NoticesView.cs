using NodaTime;

namespace Rotfeste.People.Notices;

/// <summary>A person's notices.</summary>
/// <param name="Address">Where the list is.</param>
/// <param name="New">Not read, newest first.</param>
/// <param name="Read">Read, newest first.</param>
/// <param name="JustRead">How many were marked as read just now.</param>
/// <param name="JustReadAt">When, in microseconds, to regret it by.</param>
/// <param name="Choices">Where one chooses how to be told.</param>
public sealed record NoticesView(
    string Address, IReadOnlyList<NoticeView> New, IReadOnlyList<NoticeView> Read, int JustRead, long JustReadAt, string Choices);

/// <summary>One notice.</summary>
public sealed record NoticeView(Guid Id, string Words, Instant At, bool IsNew);
