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

namespace Rotfeste.Agreements.Threads;

/// <summary>Asks a question, and writes in a thread; owner and leader can also tell what was answered in a meeting.</summary>
internal sealed class TalkInThread(AgreementDoor door, Recording recording, CurrentCaller caller, IStringLocalizer<Texts> texts)
{
    public const int Longest = 4_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/agreements/{id:guid}/threads", (Guid id, TalkInThread use, IFormCollection form, CancellationToken cancellation) =>
            use.ChangeAsync(id, form, open => use.Ask(open, form), cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/agreements/{id:guid}/threads/{thread:guid}/messages", (Guid id, Guid thread, TalkInThread use, IFormCollection form, CancellationToken cancellation) =>
            use.ChangeAsync(id, form, open => use.Say(open, new ThreadId(thread), form), cancellation)).RequireAuthorization(Access.Member);
    }

    private Task<IResult> ChangeAsync(Guid id, IFormCollection form, Func<OpenAgreement, Decision> decide, CancellationToken cancellation) =>
        door.ChangeAsync(id, form, decide, cancellation);

    private Decision Ask(OpenAgreement open, IFormCollection form)
    {
        var question = form.Words("question");
        if (question.Length is 0 or > Longest)
            return Decision.Refuse("question", texts[question.Length == 0 ? "Refused.Question" : "Refused.TooLong", Longest]);
        var me = caller.Required.Person;
        return Decision.Of(new ThreadRaised(
            ThreadId.New(), ThreadKind.Question, me, open.History.PresentNumber, "", recording.Keep(open, me, question)!));
    }

    private Decision Say(OpenAgreement open, ThreadId id, IFormCollection form)
    {
        if (open.History.Thread(id) is not { } talk)
            return Decision.Forbidden;
        if (!talk.IsOpen)
            return Decision.Refuse("", texts["Refused.Ended"]);

        var field = $"message.{id}";
        var message = form.Words(field);
        if (message.Length is 0 or > Longest)
            return Decision.Refuse(field, texts[message.Length == 0 ? "Refused.Message" : "Refused.TooLong", Longest]);

        var me = caller.Required.Person;
        var said = open.History.Leads(me) && form.Text("said") == "yes" ? LocalDatePattern.Iso.Parse(form.Text($"day.{id}")) : null;
        if (said is not null && (!said.Success || said.Value > open.Today))
            return Decision.Refuse($"day.{id}", texts["Refused.MeetingDay"]);
        return Decision.Of(new MessageWritten(id, me, recording.Keep(open, me, message)!, said?.Value, null));
    }
}
