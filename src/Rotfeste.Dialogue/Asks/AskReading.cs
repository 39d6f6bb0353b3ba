using Rotfeste.Dialogue.Conversations;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Dialogue.Asks;

/// <summary>Reads what stands beside a conversation about those who know.</summary>
internal sealed class AskReading(KnowerReading knowers, Colleagues colleagues, CurrentCaller caller)
{
    /// <summary>Null where there is nothing to say.</summary>
    public async Task<AskPartView?> OfAsync(Conversation conversation, CancellationToken cancellation)
    {
        var asks = await knowers.AsksOfAsync(conversation.Id, cancellation);
        var isWanted = Ask.IsWanted(conversation) && caller.Required.May.Contains(Access.Answer);
        var proposed = isWanted ? await knowers.ProposeAsync(conversation, caller.Required.Person, cancellation) : [];
        if (asks.Count == 0 && proposed.Count == 0)
            return null;

        var facts = asks.Where(a => a.State == AskState.FactGiven).ToList();
        var people = await colleagues.FindAsync([.. facts.Select(a => a.Asked).Concat(proposed.Select(k => k.Person)).Distinct()], cancellation);
        return new AskPartView(
            conversation.Id.Value,
            [.. proposed.Select(k => new KnowerView(
                k.Person.Value, people[k.Person].Name, people[k.Person].UnitName, k.Subject, k.Word))],
            [.. facts.Select(a => new FactView(people.GetValueOrDefault(a.Asked)?.Name ?? "", a.Fact, a.EndedAt ?? a.At))],
            isWanted ? asks.FirstOrDefault(a => a.State == AskState.Open)?.GoesOnAt : null,
            isWanted && asks.Any(a => a.State is AskState.NotMe or AskState.NotNow or AskState.WentOn));
    }
}
