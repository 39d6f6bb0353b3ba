using Microsoft.EntityFrameworkCore;
using Rotfeste.Initiatives.Contracts;
using Rotfeste.Initiatives.Trials;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Initiatives.Ideas;

/// <summary>What the screens of ideas show.</summary>
internal sealed class IdeaReading(AppDb db, CurrentCaller caller, Colleagues colleagues, LearningReading learnings)
{
    private const int Most = 200;

    public async Task<IdeasView> ListAsync(string text, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        var ideas = await db.Set<Idea>().AsNoTracking().OrderByDescending(i => i.At).Take(Most).ToListAsync(cancellation);
        var likes = await db.Set<IdeaVoice>().Where(v => v.WouldLike).GroupBy(v => v.Idea)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var comments = await db.Set<IdeaComment>().GroupBy(c => c.Idea)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var names = await colleagues.FindAsync([.. ideas.Select(i => i.By).Distinct()], cancellation);
        return new IdeasView(
            [
                .. ideas.Select(i => new IdeaRowView(
                    AddressOf(i.Id), i.Title, NameIn(names, i.By), i.At, likes.GetValueOrDefault(i.Id), comments.GetValueOrDefault(i.Id), BecameOf(i))),
            ],
            text,
            refusals);
    }

    public async Task<IdeaView> ReadAsync(Idea idea, string comment, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        var voices = await db.Set<IdeaVoice>().AsNoTracking().Where(v => v.Idea == idea.Id).ToListAsync(cancellation);
        var comments = await db.Set<IdeaComment>().AsNoTracking().Where(c => c.Idea == idea.Id).OrderBy(c => c.Id).ToListAsync(cancellation);
        var names = await colleagues.FindAsync(
            [.. voices.Select(v => v.Person).Concat(comments.Select(c => c.By)).Append(idea.By).Distinct()], cancellation);
        var mine = voices.Find(v => v.Person == caller.Required.Person);
        return new IdeaView(
            AddressOf(idea.Id), idea.Title, idea.Text, NameIn(names, idea.By), idea.At, BecameOf(idea),
            [
                .. voices.Where(v => v.WouldLike || v.IsAble || v.HasTime)
                    .Select(v => new VoiceView(NameIn(names, v.Person), v.WouldLike, v.IsAble, v.HasTime))
                    .OrderBy(v => v.Name, StringComparer.CurrentCulture),
            ],
            mine is null ? null : new MyVoiceView(mine.WouldLike, mine.IsAble, mine.HasTime, mine.Declined == Declined.None ? null : mine.Declined.ToString()),
            [.. comments.Select(c => new CommentView(NameIn(names, c.By), c.At, c.Text))],
            await learnings.AlikeAsync(idea.Text, cancellation),
            comment,
            refusals);
    }

    public async Task<Idea?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var wanted = IdeaId.From(id);
        return await db.Set<Idea>().FirstOrDefaultAsync(i => i.Id == wanted, cancellation);
    }

    public string AddressOf(IdeaId idea) => caller.Required.To($"ideas/{idea}");

    private string? BecameOf(Idea idea) => idea.Became is { } initiative ? caller.Required.To($"initiatives/{initiative}") : null;

    private static string NameIn(IReadOnlyDictionary<PersonId, Colleague> names, PersonId person) =>
        names.TryGetValue(person, out var found) ? found.Name : "";
}
