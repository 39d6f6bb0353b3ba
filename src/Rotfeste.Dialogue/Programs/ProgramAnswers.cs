using Microsoft.AspNetCore.Http;
using NodaTime;
using Rotfeste.Dialogue.Composers;
using Rotfeste.Dialogue.Conversations;

namespace Rotfeste.Dialogue.Programs;

/// <summary>How a program is told what a page shows a person: the same outcomes, as problem details (RFC 9457).</summary>
internal static class ProgramAnswers
{
    /// <summary>It is so; whoever wants to know more reads the conversation.</summary>
    public static IResult Done() => Results.NoContent();

    /// <summary>Somebody was there first, or it is too late.</summary>
    public static IResult TooLate(string words) => Results.Problem(statusCode: StatusCodes.Status409Conflict, title: words);

    /// <summary>Something must be mended in what was sent.</summary>
    public static IResult Refused(string words) => Results.Problem(statusCode: StatusCodes.Status422UnprocessableEntity, title: words);

    /// <summary>What the use case would have put beside the words in the composer.</summary>
    public static IResult NotWritten(int status, Conversation conversation, Func<ComposerView, ComposerView> add)
    {
        var told = add(new ComposerView(conversation.Id.Value, null, "", null, "", null, "", false, "", new RoomView(0, 0, 0), 0));
        string[] words = told.Question is { } question ? [question.Words] : [.. told.Refusals.Select(r => r.Text)];
        var more = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["refusals"] = words,
            ["private"] = told.Finds.Where(f => !f.IsPassed && f.PassWords.Length > 0).Select(f => new { f.Code, f.Words, f.PassWords }),
        };
        if (told.Question is not null)
            more["seen"] = conversation.LastNumber;
        return Results.Problem(statusCode: status, title: words.FirstOrDefault(), extensions: more);
    }

    public static DateTimeOffset? At(Instant? instant) => instant?.ToDateTimeOffset();
}
