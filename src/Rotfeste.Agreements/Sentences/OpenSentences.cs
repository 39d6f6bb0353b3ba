using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using NodaTime.Text;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;
using Rotfeste.Agreements.Records;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Web;

namespace Rotfeste.Agreements.Sentences;

/// <summary>Whoever leads the talk sets the day, opens the sentences, and gathers what was meant alike and what was not.</summary>
internal sealed class OpenSentences(AgreementDoor door, Recording recording, CurrentCaller caller, IStringLocalizer<Texts> texts)
{
    private const int LongestNote = 4_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/agreements/{id:guid}/sentences/opening", (Guid id, OpenSentences use, IFormCollection form, CancellationToken cancellation) =>
            use.ChangeAsync(id, form, use.Open, cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/agreements/{id:guid}/sentences/day", (Guid id, OpenSentences use, IFormCollection form, CancellationToken cancellation) =>
            use.ChangeAsync(id, form, open => use.SetDay(open, form), cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/agreements/{id:guid}/sentences/notes", (Guid id, OpenSentences use, IFormCollection form, CancellationToken cancellation) =>
            use.ChangeAsync(id, form, open => use.Gather(open, form), cancellation)).RequireAuthorization(Access.Member);
    }

    private Task<IResult> ChangeAsync(Guid id, IFormCollection form, Func<OpenAgreement, Decision> decide, CancellationToken cancellation) =>
        door.ChangeAsync(id, form, open => open.History.Leads(caller.Required.Person) ? decide(open) : Decision.Forbidden, cancellation);

    private Decision Open(OpenAgreement open) =>
        open.History.AreSentencesShown ? Decision.Nothing : Decision.Of(new SentencesShown());

    private Decision SetDay(OpenAgreement open, IFormCollection form)
    {
        var day = LocalDatePattern.Iso.Parse(form.Text("day"));
        if (!day.Success || day.Value <= open.Today)
            return Decision.Refuse("day", texts["Refused.Day"]);
        return open.History.AreSentencesOpen(open.Today) ? Decision.Nothing : Decision.Of(new SentenceDaySet(day.Value));
    }

    private Decision Gather(OpenAgreement open, IFormCollection form)
    {
        if (!open.History.AreSentencesOpen(open.Today))
            return Decision.Refuse("", texts["Refused.SentencesClosed"]);
        var (alike, unlike) = (form.Words("alike"), form.Words("unlike"));
        if (alike.Length > LongestNote || unlike.Length > LongestNote)
            return Decision.Refuse(alike.Length > LongestNote ? "alike" : "unlike", texts["Refused.TooLong", LongestNote]);
        var me = caller.Required.Person;
        return Decision.Of(new SentencesGathered(recording.Keep(open, me, alike), recording.Keep(open, me, unlike)));
    }
}
