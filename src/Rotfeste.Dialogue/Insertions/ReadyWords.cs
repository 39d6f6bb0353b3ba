using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Library;
using Rotfeste.Dialogue.Numbers;
using Rotfeste.Dialogue.Unusual;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Languages;

namespace Rotfeste.Dialogue.Insertions;

/// <summary>Words that can be put into an answer.</summary>
/// <param name="Key">How the form names them.</param>
/// <param name="Label">What the button says.</param>
public sealed record ReadyView(string Key, string Label)
{
    /// <summary>The question that an answer of the library is for; null for other words.</summary>
    public string? Question { get; init; }

    /// <summary>The words themselves, where they are shown before they are put in.</summary>
    public string Text { get; init; } = "";

    /// <summary>Words that the question has in common with it.</summary>
    public string Common { get; init; } = "";
}

/// <summary>Words that lie ready for the question in a conversation.</summary>
internal sealed class ReadyWords(
    AppDb db, PrivateReading privates, LibraryReading library, UnusualReading unusual, Organisations organisations, IStringLocalizer<Texts> texts)
{
    /// <summary>Moves the person to a safe place and repeats nothing of what was written.</summary>
    public const string SafePlace = "safe";

    private const string OfLibrary = "library-";
    private const string Agreed = "agreed";

    /// <summary>What fits the question; nothing where nothing does.</summary>
    public async Task<IReadOnlyList<ReadyView>> OfferAsync(Conversation conversation, NetworkPost? question, CancellationToken cancellation)
    {
        if (question is null)
            return [];

        var rules = await privates.RulesAsync(cancellation);
        var ready = new List<ReadyView>();
        if (await unusual.NowAsync(cancellation) is { Agreed.Length: > 0 } now)
            ready.Add(new ReadyView(Agreed, texts["Agreed", now.Title]));
        if (rules.SafePlace.Length > 0 && rules.InThread(question.Text, conversation.Id).Finds.Count > 0)
            ready.Add(new ReadyView(SafePlace, texts["Safe"]));
        ready.AddRange(Likely.Of(question.Text, await library.StemsAsync(cancellation)).Select(l => new ReadyView($"{OfLibrary}{l.Answer.Id}", texts["Insert"])
        {
            Question = l.Answer.Question,
            Text = l.Answer.Text,
            Common = string.Join(", ", l.Common),
        }));
        return ready;
    }

    /// <summary>The words themselves, in the caller's unit of work; null where the key names nothing.</summary>
    public async Task<string?> FindAsync(NetworkPost? question, string key, CancellationToken cancellation)
    {
        if (key.StartsWith(OfLibrary, StringComparison.Ordinal))
            return await UseAsync(key[OfLibrary.Length..], cancellation);
        if (key == Agreed)
            return (await unusual.NowAsync(cancellation))?.Agreed;
        var rules = await privates.RulesAsync(cancellation);
        if (key != SafePlace || rules.SafePlace.Length == 0)
            return null;

        var own = db.Current.Value is { } id ? await organisations.FindAsync(id, cancellation) : null;
        var asked = question?.Languages.Select(Language.Find).FirstOrDefault(l => l is not null)?.Code;
        return Spoken.In<string>(asked ?? own?.Language, () => texts["Safe.Words", rules.SafePlace]);
    }

    // In the caller's unit of work: it is counted that it was used, not by whom or for whom.
    private async Task<string?> UseAsync(string id, CancellationToken cancellation)
    {
        if (!Guid.TryParse(id, out var wanted) || await db.Set<LibraryAnswer>().FirstOrDefaultAsync(a => a.Id == wanted, cancellation) is not { } answer)
            return null;

        answer.WasUsed();
        return answer.Text;
    }
}
