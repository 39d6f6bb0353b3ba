using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Contracts;

/// <summary>What the upper rooms do with a mention.</summary>
public sealed class Mentions(AppDb db)
{
    /// <summary>The post of a mention, or null when there is no such mention.</summary>
    public Task<PostId?> PostOfAsync(MentionId mention, CancellationToken cancellation) => throw new NotImplementedException(db.ToString());

    /// <summary>Order: the mention was taken into dialogue. Written in the caller's unit of work.</summary>
    public Task MarkTakenAsync(MentionId mention, CancellationToken cancellation) => throw new NotImplementedException();
}
