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
        LeaderQuestion first, TalkTyped typed, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        var further = (await db.Set<LeaderQuestion>().AsNoTracking().Where(q => q.Follows == first.Id).OrderBy(q => q.Id).ToListAsync(cancellation))
            .Where(q => q.IsReadBy(Me)).ToList();
        var all = further.Prepend(first).ToList();
        var names = await NamesAsync(all, cancellation);
        var leaders = await AllLeadersAsync(cancellation);
        return new TalkView(
            [.. all.Select(q => ViewOf(q, names, 0) with { Others = OthersFor(q, names, leaders) })],
            all.Find(q => q.AnsweredAt is null && q.Leader == Me)?.Id, typed, refusals);
    }

    /// <summary>A question that this reader may read; null otherwise.</summary>
    public async Task<LeaderQuestion?> FindAsync(Guid id, CancellationToken cancellation) =>
        await db.Set<LeaderQuestion>().FirstOrDefaultAsync(q => q.Id == id, cancellation) is { } found && found.IsReadBy(Me) ? found : null;

    /// <summary>The talk that a question belongs to.</summary>
    public async Task<LeaderQuestion> FirstOfAsync(LeaderQuestion question, CancellationToken cancellation) =>
        question.Follows is { } first ? await db.Set<LeaderQuestion>().FirstAsync(q => q.Id == first, cancellation) : question;

    /// <summary>Who can be asked by this reader.</summary>
    public async Task<IReadOnlyList<Colleague>> LeadersAsync(CancellationToken cancellation) =>
        [.. (await AllLeadersAsync(cancellation)).Where(p => p.Person != Me)];

    /// <summary>Every leader, this reader too.</summary>
    public async Task<IReadOnlyList<Colleague>> AllLeadersAsync(CancellationToken cancellation) =>
        [.. (await colleagues.AllAsync(cancellation)).Where(StartScreen.MayLead)];

    /// <summary>By name; "" where nobody is known.</summary>
    public async Task<string> NameAsync(PersonId person, CancellationToken cancellation) =>
        (await colleagues.FindAsync([person], cancellation)).GetValueOrDefault(person)?.Name ?? "";

    /// <summary>The one it lies with may; and whoever asked, where that leader has left.</summary>
    public async Task<bool> MayHandOnAsync(LeaderQuestion question, CancellationToken cancellation) =>
        MayHandOn(question, await NamesAsync([question], cancellation));

    public string AddressOf(LeaderQuestion question) => caller.Required.To($"questions/{question.Follows ?? question.Id}");

    private Task<IReadOnlyDictionary<PersonId, Colleague>> NamesAsync(IReadOnlyList<LeaderQuestion> questions, CancellationToken cancellation) =>
        colleagues.FindAsync([.. questions.SelectMany(q => q.Hands.All.Select(h => h.From).Append(q.By).Append(q.Leader)).Distinct()], cancellation);

    private bool MayHandOn(LeaderQuestion question, IReadOnlyDictionary<PersonId, Colleague> names) => question.AnsweredAt is null
        && (question.Leader == Me || (question.By == Me && HasLeft(question, names)));

    private static bool HasLeft(LeaderQuestion question, IReadOnlyDictionary<PersonId, Colleague> names) =>
        names.GetValueOrDefault(question.Leader) is not { IsActive: true };

    // Nobody who has had it, and not the one who asked: it would go round.
    private IReadOnlyList<PersonChoiceView> OthersFor(
        LeaderQuestion question, IReadOnlyDictionary<PersonId, Colleague> names, IReadOnlyList<Colleague> leaders) =>
        MayHandOn(question, names)
            ? [.. leaders.Where(p => p.Person != question.By && !question.HasBeenWith(p.Person)).Select(AskedReading.Choice)]
            : [];

    private QuestionView ViewOf(LeaderQuestion question, IReadOnlyDictionary<PersonId, Colleague> names, int further) => new(
        question.Id,
        AddressOf(question),
        caller.Required.To($"questions/{question.Id}"),
        question.IsErased ? "" : names.GetValueOrDefault(question.By)?.Name ?? "",
        names.GetValueOrDefault(question.Leader)?.Name ?? "",
        HasLeft(question, names),
        question.At,
        question.Text,
        question.Answer,
        question.AnsweredAt,
        question.AnsweredAt is null && question.Leader == Me,
        question.By == Me,
        further,
        [.. question.Hands.All.Select(h => new HandView(names.GetValueOrDefault(h.From)?.Name ?? "", h.By == h.From, h.At))],
        []);
}
