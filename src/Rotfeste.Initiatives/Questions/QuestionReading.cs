using Microsoft.EntityFrameworkCore;
using Rotfeste.Initiatives.Publications;
using Rotfeste.Initiatives.Starts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Initiatives.Questions;

/// <summary>What the screens of questions show to this reader.</summary>
internal sealed class QuestionReading(AppDb db, CurrentCaller caller, Colleagues colleagues)
{
    private const int Most = 100;

    private PersonId Me => caller.Required.Person;

    public async Task<QuestionsView> ListAsync(string leader, string text, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        var me = Me;
        var waiting = await db.Set<LeaderQuestion>().AsNoTracking()
            .Where(q => q.AnsweredAt == null && (q.By == me || q.Leader == me)).OrderBy(q => q.Id).ToListAsync(cancellation);
        var answered = await db.Set<LeaderQuestion>().AsNoTracking().Where(q => q.AnsweredAt != null && q.Follows == null)
            .OrderByDescending(q => q.AnsweredAt).Take(Most).ToListAsync(cancellation);
        var ids = answered.Select(q => (Guid?)q.Id).ToList();
        var further = (await db.Set<LeaderQuestion>().Where(q => q.AnsweredAt != null && ids.Contains(q.Follows))
            .Select(q => q.Follows).ToListAsync(cancellation)).CountBy(id => id!.Value).ToDictionary();
        var names = await NamesAsync([.. waiting, .. answered], cancellation);
        return new QuestionsView(
            [.. (await LeadersAsync(cancellation)).Select(AskedReading.Choice)],
            leader,
            text,
            [.. waiting.Select(q => ViewOf(q, names, 0)).OrderByDescending(q => q.IsForMe)],
            [.. answered.Select(q => ViewOf(q, names, further.GetValueOrDefault(q.Id)))],
            refusals);
    }

    /// <summary>One talk, with what this reader may read of it.</summary>
    public async Task<TalkView> ReadAsync(
        LeaderQuestion first, string answer, string text, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        var further = (await db.Set<LeaderQuestion>().AsNoTracking().Where(q => q.Follows == first.Id).OrderBy(q => q.Id).ToListAsync(cancellation))
            .Where(q => q.IsReadBy(Me)).ToList();
        var all = further.Prepend(first).ToList();
        var names = await NamesAsync(all, cancellation);
        return new TalkView(
            ViewOf(first, names, 0), [.. further.Select(q => ViewOf(q, names, 0))], all.Find(q => q.AnsweredAt is null && q.Leader == Me)?.Id,
            answer, text, refusals);
    }

    /// <summary>A question that this reader may read; null otherwise.</summary>
    public async Task<LeaderQuestion?> FindAsync(Guid id, CancellationToken cancellation) =>
        await db.Set<LeaderQuestion>().FirstOrDefaultAsync(q => q.Id == id, cancellation) is { } found && found.IsReadBy(Me) ? found : null;

    /// <summary>The talk that a question belongs to.</summary>
    public async Task<LeaderQuestion> FirstOfAsync(LeaderQuestion question, CancellationToken cancellation) =>
        question.Follows is { } first ? await db.Set<LeaderQuestion>().FirstAsync(q => q.Id == first, cancellation) : question;

    /// <summary>Who can be asked by this reader.</summary>
    public async Task<IReadOnlyList<Colleague>> LeadersAsync(CancellationToken cancellation) =>
        [.. (await colleagues.AllAsync(cancellation)).Where(p => StartScreen.MayLead(p) && p.Person != Me)];

    public string AddressOf(LeaderQuestion question) => caller.Required.To($"questions/{question.Follows ?? question.Id}");

    private Task<IReadOnlyDictionary<PersonId, Colleague>> NamesAsync(IReadOnlyList<LeaderQuestion> questions, CancellationToken cancellation) =>
        colleagues.FindAsync([.. questions.SelectMany(q => new[] { q.By, q.Leader }).Distinct()], cancellation);

    private QuestionView ViewOf(LeaderQuestion question, IReadOnlyDictionary<PersonId, Colleague> names, int further) => new(
        question.Id,
        AddressOf(question),
        caller.Required.To($"questions/{question.Id}"),
        names.GetValueOrDefault(question.By)?.Name ?? "",
        names.GetValueOrDefault(question.Leader)?.Name ?? "",
        names.GetValueOrDefault(question.Leader) is not { IsActive: true },
        question.At,
        question.Text,
        question.Answer,
        question.AnsweredAt,
        question.AnsweredAt is null && question.Leader == Me,
        question.By == Me,
        further);
}
