using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Listings;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Merges;

/// <summary>The page on which one finds the other conversation: those with the same person first, others by words.</summary>
internal sealed class MergingScreen(AppDb db, ConversationDoor door, InboxReading inbox, AskedPost asked, CurrentCaller caller, IStringLocalizer<Texts> texts)
{
    private const int Most = 20;
    private const int MostWords = 200;

    /// <param name="id">The one that stays.</param>
    /// <param name="typed">What is searched for.</param>
    /// <param name="refused">Key of why the one that was chosen cannot be merged, or null.</param>
    /// <param name="cancellation">To stop it.</param>
    public async Task<IResult> ShowAsync(Guid id, string typed, string? refused, CancellationToken cancellation)
    {
        if (await door.LookAsync(id, cancellation) is not { } conversation)
            return Results.NotFound();

        var words = Shortened.Of(typed.Trim(), MostWords);
        var theirs = await TheirsAsync(conversation, cancellation);
        var found = words.Length == 0 ? [] : (await inbox.ReadAsync(caller.Required, new InboxWish(InboxStretch.All, words), null, null, cancellation)).Rows;
        var question = await asked.OfAsync(conversation, cancellation);
        return Answer.PageWithStatus<MergingPage>(
            refused is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict,
            (nameof(MergingPage.View), new MergingView(
                id, question is null ? null : NetworkNames.Of(question.Author), words, theirs,
                [.. found.Where(r => r.Id != id && r.Group < RowGroup.Gone && theirs.All(t => t.Id != r.Id)).Take(Most)],
                refused is null ? null : (string)texts[refused])));
    }

    private async Task<IReadOnlyList<RowView>> TheirsAsync(Conversation conversation, CancellationToken cancellation)
    {
        if (conversation.AuthorKey.Length == 0)
            return [];

        var found = await db.Set<Conversation>().AsNoTracking()
            .Where(c => c.Organisation == conversation.Organisation && c.AuthorKey == conversation.AuthorKey && c.Id != conversation.Id)
            .Where(c => c.Place < ConversationPlace.EndOfTheirs)
            .OrderByDescending(c => c.LastPostAt).Select(c => c.Id).Take(Most).ToListAsync(cancellation);
        return await inbox.OfAsync(caller.Required, found, cancellation);
    }
}
