using NodaTime;
using Rotfeste.Initiatives.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Initiatives.Ideas;

/// <summary>Words from another room become an idea, from which an initiative is begun: colleagues can comment on it meanwhile.</summary>
internal sealed class BeginWithWords(AppDb db, FactLog facts, IClock clock)
{
    public async Task<string> RunAsync(Caller me, string words, CancellationToken cancellation)
    {
        var idea = Idea.Put(me.Organisation, me.Person, words.Length <= Idea.LongestText ? words : words[..Idea.LongestText], clock.GetCurrentInstant());
        db.Add(idea);
        facts.Tell(new IdeaPutUp(me.Organisation, idea.Id, me.Person, idea.At));
        await db.SaveChangesAsync(cancellation);
        return $"initiatives/new?idea={idea.Id}";
    }
}
