using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;
using Rotfeste.Agreements.Records;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;

namespace Rotfeste.Agreements.Standings;

/// <summary>Looks at an agreement on a day on which something ends or opens by itself.</summary>
[JobName("agreement-look-again")]
internal sealed record LookAgainJob(OrganisationId? Organisation, AgreementId Agreement) : IJob
{
    public string Key => $"{Agreement}";
}

/// <summary>Tells whose answers a date has ended, and opens the sentences on their day.</summary>
internal sealed class LookAgain(AppDb db, Reading reading, Recording recording, Telling telling) : IDo<LookAgainJob>
{
    public static bool IsOutside => false;

    public async Task<DueOutcome> DoAsync(LookAgainJob job, DueTry attempt, CancellationToken cancellation)
    {
        if (await reading.FindAsync(job.Agreement, cancellation) is not { } open)
            return DueOutcome.Done;

        if (!open.History.AreSentencesShown && open.History.AreSentencesOpen(open.Today))
            recording.Add(open, null, new SentencesShown());
        telling.TellDates(open);
        await db.SaveChangesAsync(cancellation);
        var next = Recording.NextDay(open);
        return next is { } day ? DueOutcome.TryAgain(open.Zone.AtStartOfDay(day).ToInstant(), "next-day") : DueOutcome.Done;
    }
}
