using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;
using Rotfeste.Agreements.Records;
using Rotfeste.Agreements.Threads;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Agreements.Answers;

/// <summary>Says where one stands, on the version that was read: on the whole page or section by section.</summary>
internal sealed class GiveAnswer(AgreementDoor door, Recording recording, CurrentCaller caller, IStringLocalizer<Texts> texts)
{
    public const int LongestReason = 4_000;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/agreements/{id:guid}/answers", (Guid id, GiveAnswer use, IFormCollection form, CancellationToken cancellation) =>
            use.HandleAsync(id, form, cancellation)).RequireAuthorization(Access.Member);

    private Task<IResult> HandleAsync(Guid id, IFormCollection form, CancellationToken cancellation) =>
        door.ChangeAsync(id, form, open => Decide(open, form), cancellation);

    private Decision Decide(OpenAgreement open, IFormCollection form)
    {
        var me = caller.Required.Person;
        if (!open.History.IsAsked(me))
            return Decision.Forbidden;
        if (!int.TryParse(form.Text("version"), CultureInfo.InvariantCulture, out var version) || version < 1 || version > open.History.PresentNumber)
            return Decision.Refuse("", texts["Refused.Version"]);

        var keys = form.Text("scope") == "sections" ? open.History.Versions[version - 1].Sections.Select(s => s.Key).ToList() : [""];
        var stands = keys.ConvertAll(key => Stand.Read(form, key));
        var refusals = stands.Select(Refuse).OfType<Refusal>().ToList();
        if (refusals.Count > 0)
            return new Decision([], refusals);

        var parts = stands.Select(s => new Part(s.Section, s.Kind!.Value, recording.Keep(open, me, s.Reason))).ToList();
        var answer = new Answered(me, version, parts, open.Today, null);
        return Decision.Of([answer, .. ThreadsOfAnswer.Of(open.History, answer)]);
    }

    private Refusal? Refuse(Stand stand)
    {
        if (stand.Kind is not { } kind)
            return new Refusal(Stand.Field(stand.Section), texts[stand.Section.Length == 0 ? "Refused.Stand" : "Refused.Stand.Section"]);
        var field = Stand.ReasonField(stand.Section, kind);
        if (kind is AnswerKind.Reservation or AnswerKind.Disagree && stand.Reason.Length == 0)
            return new Refusal(field, texts[$"Refused.Reason.{kind}"]);
        return stand.Reason.Length > LongestReason ? new Refusal(field, texts["Refused.TooLong", LongestReason]) : null;
    }
}
