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
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Agreements.Meetings;

/// <summary>Records a meeting: who was there, what was decided, and what each said. Nothing of it is an answer yet.</summary>
internal sealed class RecordMeeting(AgreementDoor door, Recording recording, CurrentCaller caller, IStringLocalizer<Texts> texts)
{
    private const int Longest = 4_000;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/agreements/{id:guid}/meetings", (Guid id, RecordMeeting use, IFormCollection form, CancellationToken cancellation) =>
            use.HandleAsync(id, form, cancellation)).RequireAuthorization(Access.Member);

    private Task<IResult> HandleAsync(Guid id, IFormCollection form, CancellationToken cancellation) =>
        door.ChangeAsync(id, form, open => Decide(open, form), cancellation);

    private Decision Decide(OpenAgreement open, IFormCollection form)
    {
        if (!open.History.Leads(caller.Required.Person))
            return Decision.Forbidden;
        if (open.History.PresentNumber == 0)
            return Decision.Refuse("", texts["Refused.Version"]);
        if (form.Text("find").Length > 0)
            return Decision.Again;

        var day = LocalDatePattern.Iso.Parse(form.Text("day"));
        var decided = form.Words("decided");
        var there = open.History.Asked.Where(p => form.Text($"there.{p.Id}") == "yes").Select(p => Said(p.Id, form)).ToList();
        var refusals = new List<Refusal>();
        if (!day.Success || day.Value > open.Today)
            refusals.Add(new Refusal("day", texts["Refused.MeetingDay"]));
        if (decided.Length is 0 or > Longest)
            refusals.Add(new Refusal("decided", texts[decided.Length == 0 ? "Refused.Meeting" : "Refused.TooLong", Longest]));
        if (there.Count == 0)
            refusals.Add(new Refusal("", texts["Refused.Nobody"]));
        refusals.AddRange(there.Where(s => s.Kind is AnswerKind.Reservation or AnswerKind.Disagree && s.Why.Length is 0 or > Longest)
            .Select(s => new Refusal($"why.{s.Person}", texts["Refused.Why"])));
        return refusals.Count > 0 ? new Decision([], refusals) : Record(open, form, day.Value, decided, there);
    }

    private Decision Record(
        OpenAgreement open, IFormCollection form, NodaTime.LocalDate day, string decided, IReadOnlyList<(PersonId Person, AnswerKind? Kind, string Why)> there)
    {
        var me = caller.Required.Person;
        return Decision.Of(new MeetingHeld(
            MeetingId.New(), form.Named<MeetingKind>("kind") ?? MeetingKind.Department, day, open.History.PresentNumber,
            [.. there.Select(s => new Seat(s.Person, s.Kind, s.Kind is null ? null : recording.Keep(open, me, s.Why)))],
            recording.Keep(open, me, decided)));
    }

    private static (PersonId Person, AnswerKind? Kind, string Why) Said(PersonId person, IFormCollection form) =>
        (person, form.Named<AnswerKind>($"said.{person}"), form.Words($"why.{person}"));
}
