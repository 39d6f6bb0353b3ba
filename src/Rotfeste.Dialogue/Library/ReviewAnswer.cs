using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;

namespace Rotfeste.Dialogue.Library;

/// <summary>An answer should be looked at again.</summary>
[JobName("dialogue-review-answer")]
internal sealed record ReviewAnswerJob(OrganisationId? Organisation, Guid Answer, LocalDate On) : IJob
{
    /// <summary>One waiting at a time for each answer: a new day moves it.</summary>
    public string Key => KeyOf(Answer);

    public static string KeyOf(Guid answer) => answer.ToString();
}

/// <summary>Tells whoever sees to an answer that its day has come; where that person has left, those who run the communication.</summary>
internal sealed class ReviewAnswer(AppDb db, Notify notify, Colleagues colleagues) : IDo<ReviewAnswerJob>
{
    public static NoticeKind Kind { get; } = NoticeKind.Of<Texts>("library-review", "Notice.Review");

    public static bool IsOutside => false;

    public async Task<DueOutcome> DoAsync(ReviewAnswerJob job, DueTry attempt, CancellationToken cancellation)
    {
        var answer = await db.Set<LibraryAnswer>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == job.Answer, cancellation);
        if (answer is null || answer.ReviewOn > job.On)
            return DueOutcome.Done;

        var people = await colleagues.AllAsync(cancellation);
        List<PersonId> told = people.Any(p => p.Person == answer.Owner)
            ? [answer.Owner]
            : [.. people.Where(p => (p.Roles & (Roles.CommunicationsLead | Roles.Owner)) != Roles.None).Select(p => p.Person)];
        await notify.TellAsync(told, new Notice(Kind.Name, [answer.Question], $"library/{answer.Id}", NoticeUrgency.Calm, $"library-{answer.Id}"), cancellation);
        await db.SaveChangesAsync(cancellation);
        return DueOutcome.Done;
    }
}
