using NodaTime;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Posts;

/// <summary>The posts that open lists show. One that is erased is gone from here with the commit.</summary>
internal sealed class KnownPosts(RowVersions versions, IClock clock) : Kept<PostId, StoredPost>(versions, clock, typeof(KeptPost));

/// <summary>The threads that open conversations show, by the first post's uri.</summary>
internal sealed class KnownThreads(RowVersions versions, IClock clock)
    : Kept<(string Root, int Most, int Back), IReadOnlyList<StoredPost>>(versions, clock, typeof(KeptPost));
