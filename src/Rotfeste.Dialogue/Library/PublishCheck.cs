using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Numbers;
using Rotfeste.Matching.Numbers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Library;

/// <summary>What of a person still stands in an answer that everybody is to read.</summary>
internal sealed class PublishCheck(AppDb db, AskedPost asked, PrivateReading privates, IStringLocalizer<Texts> texts)
{
    public Task<IReadOnlyList<InTheWayView>> OfAsync(LibraryAnswer answer, CancellationToken cancellation) =>
        OfWordsAsync(answer.From, answer.Question, answer.Text, cancellation);

    /// <summary>
    /// Whoever asked, numbers of persons, cards and accounts, and gaps left open must out; telephones, mail, streets and handles may be meant.
    /// </summary>
    public async Task<IReadOnlyList<InTheWayView>> OfWordsAsync(
        ConversationId? from, string question, string text, CancellationToken cancellation)
    {
        var own = (await privates.RulesAsync(cancellation)).Own;
        var both = $"{question}\n{text}";
        var found = new List<InTheWayView>();
        if (both.Contains(TakenOut.Gap, StringComparison.Ordinal))
            found.Add(new(texts["Way.Gap", TakenOut.Gap], null));
        var names = await NamesAsync(from, cancellation);
        var still = TakenOut.Of(both, names, own).Counts;

        // One word of a name may be a place, or the organisation's own.
        if (still.ContainsKey("Name"))
            found.Add(new(texts["Way.Name"], names.Any(n => n.Length > 0 && both.Contains(n, StringComparison.OrdinalIgnoreCase)) ? null : texts["Way.Meant"].Value));
        foreach (var key in PrivateText.Find(both).Where(f => f.Certainty != Certainty.Possible && !own.Knows(both, f)).Select(f => HiddenText.KeyOf(f.Kind)).Distinct())
            found.Add(new(texts[$"Way.{key}"], key is "Telephone" or "Email" or "Address" ? texts["Way.Meant"].Value : null));
        if (still.ContainsKey("Handle"))
            found.Add(new(texts["Way.Handle"], texts["Way.Meant"]));
        return found;
    }

    private async Task<IReadOnlyList<string>> NamesAsync(ConversationId? from, CancellationToken cancellation)
    {
        var conversation = from is null ? null : await db.Set<Conversation>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == from, cancellation);
        return conversation is not null && await asked.OfAsync(conversation, cancellation) is { } post ? [post.Author.DisplayName, post.Author.Handle] : [];
    }
}
