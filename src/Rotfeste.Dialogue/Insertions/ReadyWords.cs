using Microsoft.Extensions.Localization;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Numbers;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Languages;

namespace Rotfeste.Dialogue.Insertions;

/// <summary>Words that can be put into an answer.</summary>
/// <param name="Key">How the form names them.</param>
/// <param name="Label">What the button says.</param>
public sealed record ReadyView(string Key, string Label);

/// <summary>Words that lie ready for the question in a conversation.</summary>
internal sealed class ReadyWords(AppDb db, PrivateReading privates, Organisations organisations, IStringLocalizer<Texts> texts)
{
    /// <summary>Moves the person to a safe place and repeats nothing of what was written.</summary>
    public const string SafePlace = "safe";

    /// <summary>What fits the question; nothing where nothing does.</summary>
    public async Task<IReadOnlyList<ReadyView>> OfferAsync(Conversation conversation, NetworkPost? question, CancellationToken cancellation)
    {
        var rules = await privates.RulesAsync(cancellation);
        return question is not null && rules.SafePlace.Length > 0 && rules.InThread(question.Text, conversation.Id).Finds.Count > 0
            ? [new ReadyView(SafePlace, texts["Safe"])]
            : [];
    }

    /// <summary>The words themselves; null where the key names nothing.</summary>
    public async Task<string?> FindAsync(NetworkPost? question, string key, CancellationToken cancellation)
    {
        var rules = await privates.RulesAsync(cancellation);
        if (key != SafePlace || rules.SafePlace.Length == 0)
            return null;

        var own = db.Current.Value is { } id ? await organisations.FindAsync(id, cancellation) : null;
        var asked = question?.Languages.Select(Language.Find).FirstOrDefault(l => l is not null)?.Code;
        return Spoken.In<string>(asked ?? own?.Language, () => texts["Safe.Words", rules.SafePlace]);
    }
}
