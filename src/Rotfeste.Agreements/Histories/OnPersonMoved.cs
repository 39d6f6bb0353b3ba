using Microsoft.EntityFrameworkCore;
using Rotfeste.Agreements.Places;
using Rotfeste.Agreements.Records;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Agreements.Histories;

/// <summary>A person left: what they agreed to in the role is asked anew of whoever has it now.</summary>
internal sealed class OnPersonLeft(Moves moves) : IOn<PersonLeft>
{
    public Task HandleAsync(IReadOnlyList<PersonLeft> facts, CancellationToken cancellation) =>
        moves.RecordAsync([.. facts.Select(f => f.Person)], cancellation);
}

/// <summary>A person came, or came back.</summary>
internal sealed class OnPersonJoined(Moves moves) : IOn<PersonJoined>
{
    public Task HandleAsync(IReadOnlyList<PersonJoined> facts, CancellationToken cancellation) =>
        moves.RecordAsync([.. facts.Select(f => f.Person)], cancellation);
}

/// <summary>
/// Writes a coming or going into every agreement that the person has part in. Facts of two types may arrive in either order,
/// so a fact only says of whom to look whether they are there now.
/// </summary>
internal sealed class Moves(AppDb db, Reading reading, Recording recording, Colleagues colleagues)
{
    public async Task RecordAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellation)
    {
        var members = await colleagues.FindAsync(people, cancellation);
        foreach (var person in people.Distinct())
        {
            var isHere = members.TryGetValue(person, out var member) && member.IsActive;
            var touched = await db.Set<Place>().Where(p => p.Organisation == db.Current.Value && p.Person == person)
                .Select(p => p.Agreement).ToListAsync(cancellation);
            foreach (var id in touched)
            {
                var open = await reading.FindAsync(id, cancellation);
                if (open!.History.Find(person) is { } asked && asked.HasLeft == isHere)
                    recording.Add(open, null, isHere ? new CameBack(person) : new Departed(person));
            }
        }

        await db.SaveChangesAsync(cancellation);
    }
}
