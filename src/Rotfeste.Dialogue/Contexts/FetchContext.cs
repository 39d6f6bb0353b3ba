using NodaTime;
using Rotfeste.Platform.Due;

namespace Rotfeste.Dialogue.Contexts;

/// <summary>Does the job; a network that does not answer is asked again, and then left until a person opens the page.</summary>
internal sealed class FetchContext(ThreadContext context, IClock clock) : IDo<FetchContextJob>
{
    private const int MostTries = 6;

    public static bool IsOutside => true;

    public async Task<DueOutcome> DoAsync(FetchContextJob job, DueTry attempt, CancellationToken cancellation)
    {
        if (await context.FetchAsync(job.Conversation, cancellation) || attempt.Number >= MostTries)
            return DueOutcome.Done;

        var pause = Duration.FromSeconds(15 * (1 << attempt.Number));
        return DueOutcome.TryAgain(clock.GetCurrentInstant() + pause, "thread-not-had");
    }
}
