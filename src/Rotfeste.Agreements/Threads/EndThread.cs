using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;
using Rotfeste.Agreements.Records;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Web;

namespace Rotfeste.Agreements.Threads;

/// <summary>Ends a thread in one of three ways, each open to its own people; and keeps a decided objection on record.</summary>
internal sealed class EndThread(AgreementDoor door, Recording recording, CurrentCaller caller, IStringLocalizer<Texts> texts)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/agreements/{id:guid}/threads/{thread:guid}/ending", (Guid id, Guid thread, EndThread use, IFormCollection form, CancellationToken cancellation) =>
            use.ChangeAsync(id, form, open => use.End(open, new ThreadId(thread), form), cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/agreements/{id:guid}/threads/{thread:guid}/record", (Guid id, Guid thread, EndThread use, IFormCollection form, CancellationToken cancellation) =>
            use.ChangeAsync(id, form, open => use.Keep(open, new ThreadId(thread)), cancellation)).RequireAuthorization(Access.Member);
    }

    private Task<IResult> ChangeAsync(Guid id, IFormCollection form, Func<OpenAgreement, Decision> decide, CancellationToken cancellation) =>
        door.ChangeAsync(id, form, decide, cancellation);

    private Decision End(OpenAgreement open, ThreadId id, IFormCollection form)
    {
        var me = caller.Required.Person;
        if (open.History.Thread(id) is not { } talk || form.Named<ThreadEnd>("how") is not { } how || !EndingRules.May(open.History, talk, how, me))
            return Decision.Forbidden;
        if (!talk.IsOpen)
            return Decision.Nothing;

        return how switch
        {
            ThreadEnd.TakenIn => TakeIn(open, talk, form),
            ThreadEnd.DecidedByLeader => Decide(open, talk, form),
            _ => Decision.Of(new ThreadClosed(id, how, me, null, null)),
        };
    }

    private Decision TakeIn(OpenAgreement open, History.Talk talk, IFormCollection form)
    {
        var id = talk.Raised.Thread;
        return int.TryParse(form.Text($"version.{id}"), CultureInfo.InvariantCulture, out var version) && version > talk.Raised.Version && version <= open.History.PresentNumber
            ? Decision.Of(new ThreadClosed(id, ThreadEnd.TakenIn, caller.Required.Person, version, null))
            : Decision.Refuse($"version.{id}", texts["Refused.TakenIn"]);
    }

    private Decision Decide(OpenAgreement open, History.Talk talk, IFormCollection form)
    {
        var field = $"decided.{talk.Raised.Thread}";
        var reason = form.Words(field);
        if (reason.Length is 0 or > TalkInThread.Longest)
            return Decision.Refuse(field, texts[reason.Length == 0 ? "Refused.Decided" : "Refused.TooLong", TalkInThread.Longest]);
        var me = caller.Required.Person;
        return Decision.Of(new ThreadClosed(talk.Raised.Thread, ThreadEnd.DecidedByLeader, me, null, recording.Keep(open, me, reason)));
    }

    private Decision Keep(OpenAgreement open, ThreadId id)
    {
        var me = caller.Required.Person;
        if (open.History.Thread(id) is not { } talk || talk.Raised.Person != me)
            return Decision.Forbidden;
        return talk is { Closed.How: ThreadEnd.DecidedByLeader, IsKept: false } ? Decision.Of(new ObjectionKept(id, me)) : Decision.Nothing;
    }
}
