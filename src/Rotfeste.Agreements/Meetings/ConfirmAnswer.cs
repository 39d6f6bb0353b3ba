using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;
using Rotfeste.Agreements.Records;
using Rotfeste.Agreements.Threads;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Agreements.Meetings;

/// <summary>One tap by the person alone makes what was recorded in a meeting an answer, on the version that was talked about.</summary>
internal sealed class ConfirmAnswer(AgreementDoor door, CurrentCaller caller)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/agreements/{id:guid}/meetings/{meeting:guid}/confirmation", (Guid id, Guid meeting, ConfirmAnswer use, IFormCollection form, CancellationToken cancellation) =>
            use.ChangeAsync(id, form, open => use.Decide(open, new MeetingId(meeting)), cancellation)).RequireAuthorization(Access.Member);

    private Task<IResult> ChangeAsync(Guid id, IFormCollection form, Func<OpenAgreement, Decision> decide, CancellationToken cancellation) =>
        door.ChangeAsync(id, form, decide, cancellation);

    private Decision Decide(OpenAgreement open, MeetingId meeting)
    {
        var me = caller.Required.Person;
        var (held, seat) = open.History.ToConfirm(me).FirstOrDefault(c => c.Meeting.Meeting == meeting);
        if (!open.History.IsAsked(me))
            return Decision.Forbidden;
        if (seat?.Kind is not { } kind)
            return Decision.Nothing;

        var answer = new Answered(me, held.Version, [new Part("", kind, seat.Reason)], open.Today, meeting);
        return Decision.Of([answer, .. ThreadsOfAnswer.Of(open.History, answer)]);
    }
}
