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
        moves.RecordAsync([.. facts.Select(f => (f.Person, (Happening)new Departed(f.Person)))], cancellation);
}

/// <summary>A person came, or came back.</summary>
internal sealed class OnPersonJoined(Moves moves) : IOn<PersonJoined>
{
    public Task HandleAsync(IReadOnlyList<PersonJoined> facts, CancellationToken cancellation) =>
        moves.RecordAsync([.. facts.Select(f => (f.Person, (Happening)new CameBack(f.Person)))], cancellation);
}

/// <summary>Writes a coming or going into every agreement that the person has part in.</summary>
internal sealed class Moves(AppDb db, Reading reading, Recording recording)
{
    public async Task RecordAsync(IReadOnlyList<(PersonId Person, Happening What)> moves, CancellationToken cancellation)
    {
        foreach (var (person, what) in moves)
        {
            var touched = await db.Set<Place>().Where(p => p.Organisation == db.Current.Value && p.Person == person)
                .Select(p => p.Agreement).ToListAsync(cancellation);
            foreach (var id in touched)
            {
                var open = await reading.FindAsync(id, cancellation);
                if (open!.History.Find(person) is { } asked && asked.HasLeft != what is Departed)
                    recording.Add(open, null, what);
            }
        }

        await db.SaveChangesAsync(cancellation);
    }
}
