using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;
using Rotfeste.Agreements.Records;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Agreements.Answers;

/// <summary>Takes one's own answer up again, and says that a change was not just wording.</summary>
internal sealed class ReopenAnswer(AgreementDoor door, CurrentCaller caller)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/agreements/{id:guid}/answers/reopening", (Guid id, ReopenAnswer use, IFormCollection form, CancellationToken cancellation) =>
            use.ChangeAsync(id, form, use.Reopen, cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/agreements/{id:guid}/versions/{number:int}/substance", (Guid id, int number, ReopenAnswer use, IFormCollection form, CancellationToken cancellation) =>
            use.ChangeAsync(id, form, open => use.Call(open, number), cancellation)).RequireAuthorization(Access.Member);
    }

    private Task<IResult> ChangeAsync(Guid id, IFormCollection form, Func<OpenAgreement, Decision> decide, CancellationToken cancellation) =>
        door.ChangeAsync(id, form, decide, cancellation);

    private Decision Reopen(OpenAgreement open)
    {
        var me = caller.Required.Person;
        if (!open.History.IsAsked(me))
            return Decision.Forbidden;
        return open.History.Find(me) is { Answer: not null, Cause: null } ? Decision.Of(new Reopened(me)) : Decision.Nothing;
    }

    // The first version changes nothing; saying it twice says no more than once.
    private Decision Call(OpenAgreement open, int number)
    {
        var me = caller.Required.Person;
        if (!open.History.IsAsked(me))
            return Decision.Forbidden;
        return number < 2 || number > open.History.PresentNumber || open.History.Substantive.Contains(number)
            ? Decision.Nothing
            : Decision.Of(new CalledSubstantive(me, number));
    }
}
