using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Turns;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Notes;

/// <summary>Reads the notes of an open conversation.</summary>
internal sealed class NoteReading(AppDb db, KeptNotes kept, Colleagues colleagues)
{
    public async Task<IReadOnlyList<TurnView>> OfAsync(IEnumerable<ConversationId> conversations, Caller reader, CancellationToken cancellation)
    {
        var notes = new List<Note>();
        foreach (var conversation in conversations)
            notes.AddRange((await kept.OfAsync(db, conversation, cancellation)).Where(n => n.RemovedAt is null || n.By == reader.Person));
        if (notes.Count == 0)
            return [];

        var people = await colleagues.FindAsync(
            [.. notes.SelectMany(n => n.WhoWasCalled.Append(n.By).Concat(n.HandedTo is { } to ? [to] : [])).Distinct()], cancellation);
        string NameOf(PersonId person) => people.GetValueOrDefault(person)?.Name ?? "?";
        return
        [
            .. notes.Select(n => new NoteView(
                n.At, n.Id, NameOf(n.By), people.GetValueOrDefault(n.By)?.UnitName, n.RemovedAt is null ? n.Text : "",
                n.HandedTo is { } to ? NameOf(to) : null, [.. n.WhoWasCalled.Select(NameOf)], n.By == reader.Person, n.RemovedAt is not null)),
        ];
    }
}
