using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Dialogue.Programs;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Conversations;

/// <summary>How a person changes a conversation: let in, changed, due times put right, open pages told, saved, and back to it.</summary>
internal sealed class ConversationChange(AppDb db, ConversationDoor door, DueTimes times, Changes changes, CurrentCaller caller,
    IStringLocalizer<Merges.Texts> texts)
{
    /// <summary>
    /// The change answers null when it shall be saved, or with what is shown instead. Where somebody was a moment earlier it is made once more on
    /// what stands there now, so it looks at the conversation afresh each time. <paramref name="next"/> is where one goes then, below the conversation.
    /// </summary>
    public Task<IResult> ApplyAsync(Guid id, Func<Conversation, Task<IResult?>> change, CancellationToken cancellation, string next = "") =>
        door.OnWhatStandsAsync(
            id,
            async conversation =>
            {
                if (conversation.MergedInto is not null)
                    return GoesOnElsewhere(conversation);
                if (await change(conversation) is { } instead)
                    return instead;

                await times.SetAsync(conversation, cancellation);
                changes.Tell(conversation);
                await db.SaveChangesAsync(cancellation);
                return Back(conversation, next);
            },
            cancellation);

    /// <summary>It went into another while its page was open: the page says where it goes on.</summary>
    public IResult GoesOnElsewhere(Conversation conversation) =>
        caller.Required.IsProgram ? ProgramAnswers.TooLate(texts["PartOfAnother"]) : Back(conversation);

    /// <summary>To the conversation as it stands: closing what is closed, or waking what is awake, is no mistake.</summary>
    public IResult Back(Conversation conversation, string next = "") => caller.Required.IsProgram
        ? ProgramAnswers.Done()
        : Answer.SeeOther(caller.Required.To($"inbox/{conversation.Id}{next}"));
}
