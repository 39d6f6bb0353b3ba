using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Programs;

/// <summary>Answers by the same use case as the page; the program's key makes a repeated request harmless.</summary>
internal sealed class ReplyForProgram(AppDb db, WriteAnswer write, ReplyKey keys, CurrentCaller caller, IStringLocalizer<Texts> texts)
{
    private const int LongestKey = 200;

    public async Task<IResult> HandleAsync(Guid id, NewReplyJson reply, string? key, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(key) || key.Length > LongestKey)
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: texts["Key.Missing"], detail: texts["Key.Missing.Do", LongestKey]);

        var asked = RepeatedReply.HashOf(id, reply);
        if (await StoredAsync(key, asked, cancellation) is { } before)
            return before;

        keys.Begin(key, asked);
        try
        {
            var told = await write.HandleAsync(id, new AnswerForm(reply.Text, reply.Seen, reply.Signature, reply.Pass ?? []), cancellation);
            return await StoredAsync(key, asked, cancellation) ?? told;
        }
        catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
        {
            // The same request came twice at once, and the other was a moment earlier: what it stored is the answer to both.
            db.ChangeTracker.Clear();
            if (await StoredAsync(key, asked, cancellation) is { } other)
                return other;
            throw;
        }
    }

    private async Task<IResult?> StoredAsync(string key, string asked, CancellationToken cancellation)
    {
        var me = caller.Required;
        var found = await db.Set<RepeatedReply>().AsNoTracking().FirstOrDefaultAsync(r => r.Person == me.Person && r.Key == key, cancellation);
        if (found is null)
            return null;
        return found.Asked == asked
            ? Results.Json(
                new ReplyJson(found.Answer.Value, found.Conversation.Value, found.GoesAt.ToDateTimeOffset()), statusCode: StatusCodes.Status201Created)
            : ProgramAnswers.Refused(texts["Key.Other"]);
    }
}
