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

namespace Rotfeste.Agreements.Sentences;

/// <summary>One sentence on what will be different in a year, before anyone votes; not wanting to write one is done as well.</summary>
internal sealed class WriteSentence(AgreementDoor door, Recording recording, CurrentCaller caller, IStringLocalizer<Texts> texts)
{
    public const int Longest = 300;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/agreements/{id:guid}/sentences", (Guid id, WriteSentence use, IFormCollection form, CancellationToken cancellation) =>
            use.ChangeAsync(id, form, open => use.Decide(open, form), cancellation)).RequireAuthorization(Access.Member);

    private Task<IResult> ChangeAsync(Guid id, IFormCollection form, Func<OpenAgreement, Decision> decide, CancellationToken cancellation) =>
        door.ChangeAsync(id, form, decide, cancellation);

    private Decision Decide(OpenAgreement open, IFormCollection form)
    {
        // Whoever writes after the others are seen no longer writes unseen.
        if (open.History.AreSentencesOpen(open.Today))
            return Decision.Refuse("", texts["Refused.SentencesOpen"]);

        var me = caller.Required.Person;
        if (form.Text("without") == "yes")
            return Decision.Of(new SentenceGiven(me, null));

        var sentence = form.Words("sentence");
        if (sentence.Length is 0 or > Longest)
            return Decision.Refuse("sentence", texts[sentence.Length == 0 ? "Refused.Sentence" : "Refused.TooLong", Longest]);
        return Decision.Of(new SentenceGiven(me, recording.Keep(open, me, sentence)));
    }
}
