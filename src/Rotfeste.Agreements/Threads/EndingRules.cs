using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Agreements.Threads;

/// <summary>Who may end a thread in which way.</summary>
internal static class EndingRules
{
    public static bool May(History history, History.Talk talk, ThreadEnd how, PersonId person) => how switch
    {
        ThreadEnd.TakenIn => history.Leads(person),
        ThreadEnd.Accepted => talk.Raised.Person == person,
        _ => history.Leader == person,
    };
}
