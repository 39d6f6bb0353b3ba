using NodaTime;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Agreements.Versions;

/// <summary>Whom a change would ask again, computed before it is made.</summary>
internal static class AskPreviewing
{
    /// <param name="history">The agreement as it stands.</param>
    /// <param name="publication">What would be published, tidied; null when only the parties change.</param>
    /// <param name="parties">Who would be asked from then on; null when nobody new.</param>
    /// <param name="today">The organisation's local day.</param>
    public static AskPreview Of(History history, Publication? publication, Parties? parties, LocalDate today)
    {
        var next = publication is null ? null : PublishRules.Become(publication, history.PresentNumber + 1, today);
        var asked = parties?.Asked ?? [.. history.Asked.Select(p => p.Asked!)];
        var (again, told, waiting) = (new List<AskedAgain>(), new List<PersonId>(), new List<PersonId>());
        foreach (var one in asked.DistinctBy(a => a.Person))
        {
            var person = history.Find(one.Person);
            if (person?.Asked is null)
                again.Add(new AskedAgain(one.Person, AskReason.New));
            else if (person.Answer is null || person.Cause is not null)
                waiting.Add(one.Person);
            else if (next is not null && AskAgain.Why(one.Holds, history.Versions[person.Answer.Version - 1], next) is { } why)
                again.Add(new AskedAgain(one.Person, why));
            else if (next is not null)
                told.Add(one.Person);
        }

        return new AskPreview(again, told, waiting);
    }
}
