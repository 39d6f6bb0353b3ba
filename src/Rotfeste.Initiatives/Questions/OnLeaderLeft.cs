using Microsoft.EntityFrameworkCore;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Initiatives.Questions;

/// <summary>A leader has left with questions unanswered: whoever asked is told, and may ask another.</summary>
internal sealed class OnLeaderLeft(AppDb db, Colleagues colleagues, Notify notify) : IOn<PersonLeft>
{
    public async Task HandleAsync(IReadOnlyList<PersonLeft> facts, CancellationToken cancellation)
    {
        var gone = facts.Select(f => f.Person).ToHashSet();
        var waiting = await db.Set<LeaderQuestion>().AsNoTracking().Where(q => q.AnsweredAt == null && gone.Contains(q.Leader)).ToListAsync(cancellation);
        var names = await colleagues.FindAsync(gone, cancellation);
        foreach (var question in waiting)
            await notify.TellAsync(question.By, QuestionNotices.LeaderLeft(question, names.GetValueOrDefault(question.Leader)?.Name ?? ""), cancellation);
        await db.SaveChangesAsync(cancellation);
    }
}
