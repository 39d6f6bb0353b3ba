using Microsoft.Extensions.Localization;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Newcomers;
using Rotfeste.Dialogue.Pictures;
using Rotfeste.Matching.Numbers;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Ui.Languages;

namespace Rotfeste.Dialogue.Numbers;

/// <summary>Something private in a text that is to go out.</summary>
/// <param name="Code">Stands for it in the form.</param>
/// <param name="Words">What it is, and what to do.</param>
/// <param name="PassWords">What the writer says who sends it all the same; "" where that is not the writer's to say.</param>
/// <param name="IsPassed">The writer has said so.</param>
public sealed record SendingView(string Code, string Words, string PassWords, bool IsPassed)
{
    /// <summary>Where a colleague is asked to look first, or null.</summary>
    public string? Look { get; init; }
}

/// <summary>What stands in a text, with what is needed to let it pass.</summary>
internal sealed record SendingFind(string Code, PrivateKind Kind, Sending OnSending)
{
    /// <summary>Nothing private: a colleague looks at it first, because its writer is new.</summary>
    public NewcomerTurn? Newcomer { get; init; }

    /// <summary>Its code is new each time, so that no tick lets it pass.</summary>
    public static SendingFind Of(NewcomerTurn turn) => new($"look-{Guid.NewGuid()}", default, Sending.Asks) { Newcomer = turn };
}

/// <summary>
/// Finds what must not go out, and what is asked about first. Numbers of persons and cards go only where the writer says that it is none;
/// telephones, mail addresses and accounts where the writer says that they are meant. A street is mostly what the question was about. Where the
/// organisation wishes it, a colleague looks at the first answers of somebody new: that is not the writer's to pass.
/// </summary>
internal sealed class SendingCheck(PrivateReading reading, LaidPictures laid, FalseAlarms alarms, NewcomerCheck newcomers, CurrentCaller caller, IStringLocalizer<Texts> texts)
{
    /// <summary>Finds in the words and in the descriptions of the pictures beside them, each once.</summary>
    public async Task<IReadOnlyList<SendingFind>> FindAsync(
        Conversation conversation, PersonId writer, string text, CancellationToken cancellation)
    {
        var rules = await reading.RulesAsync(cancellation);
        var pictures = await laid.OfDraftAsync(conversation.Id, writer, cancellation);
        var said = pictures.Select(p => p.AltText).Prepend(text);
        List<SendingFind> finds =
        [
            .. said.SelectMany(s => rules.FindsIn(s, conversation.Id).Where(f => f.OnSending != Sending.Passes && f.Kind != PrivateKind.StreetAddress)
                .Select(f => new SendingFind(rules.CodeOf(s, f), f.Kind, f.OnSending))).DistinctBy(f => f.Code),
        ];
        if (await newcomers.OfAsync(conversation, writer, text, cancellation) is { } turn)
            finds.Add(SendingFind.Of(turn));
        return finds;
    }

    public IReadOnlyList<SendingView> Say(IReadOnlyList<SendingFind> finds, IReadOnlyCollection<string> passed) => [.. finds.Select(f => f.Newcomer is { } turn
        ? new SendingView(f.Code, texts.Count("Send.Newcomer", turn.Of, turn.Number), "", false) { Look = caller.Required.To($"conversations/{turn.Conversation}/look-draft") }
        : new SendingView(f.Code, texts[$"Send.{HiddenText.KeyOf(f.Kind)}"], texts[$"Pass.{HiddenText.KeyOf(f.Kind)}"], passed.Contains(f.Code)))];

    /// <summary>In the caller's unit of work: what went because it is none, is none from now on.</summary>
    public void Pass(Conversation conversation, IReadOnlyList<SendingFind> finds)
    {
        foreach (var find in finds.Where(f => f.OnSending == Sending.Refused))
            alarms.Mark(conversation, find.Code, find.Kind);
    }
}
