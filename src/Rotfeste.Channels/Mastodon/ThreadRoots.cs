using Rotfeste.Networks.Mastodon.Statuses;

namespace Rotfeste.Channels.Mastodon;

/// <summary>
/// Where the threads of statuses begin. What is private begins where it became private: it is never taken for a part of the public
/// thread that it hangs on.
/// </summary>
internal static class ThreadRoots
{
    private const int Highest = 2_000;

    /// <summary>Id of the first status, or null when this is it.</summary>
    /// <param name="status">Whose thread.</param>
    /// <param name="known">Statuses round it, by id.</param>
    public static string? Of(Status status, IReadOnlyDictionary<string, Status> known)
    {
        string? root = null;
        var at = status;
        for (var steps = 0; at.InReplyTo is { } parent && steps < Highest; steps++)
        {
            if (!known.TryGetValue(parent, out var above))
                return IsPrivate(status) ? root : parent;
            if (IsPrivate(above) != IsPrivate(status) && IsPrivate(status))
                return root;
            (root, at) = (above.Id, above);
        }

        return root;
    }

    public static bool IsPrivate(Status status) => status.Visibility is Visibility.Private or Visibility.Direct;
}
