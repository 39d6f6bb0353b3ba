using Rotfeste.Listening.Searches;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Listening.Names;

/// <summary>A new colleague's name may stand in an older search.</summary>
internal sealed class OnPersonJoined(AppDb db, SearchReview review) : IOn<PersonJoined>
{
    public async Task HandleAsync(IReadOnlyList<PersonJoined> facts, CancellationToken cancellation)
    {
        await review.StopRefusedAsync(cancellation);
        await db.SaveChangesAsync(cancellation);
    }
}
