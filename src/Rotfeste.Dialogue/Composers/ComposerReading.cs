using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.ByHand;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Drafts;
using Rotfeste.Dialogue.Insertions;
using Rotfeste.Dialogue.Merges;
using Rotfeste.Dialogue.Pictures;
using Rotfeste.Dialogue.SecondLooks;
using Rotfeste.Dialogue.Snoozes;
using Rotfeste.Dialogue.Turns;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Composers;

/// <summary>Reads what a person was writing, and how much room there is.</summary>
internal sealed class ComposerReading(
    AppDb db, KnownDrafts drafts, UsableChannels channels, AskedPost asked, LaidPictures laid, AnswerSigning signing,
    AnswerTargets targets, ReadyWords ready, LookReading looks, IClock clock)
{
    /// <summary>Null for those who may not answer. <paramref name="typed"/> stands before the draft: it came with the form.</summary>
    public async Task<ComposerView?> ReadAsync(
        Conversation conversation, HeadView head, Caller caller, string? typed, CancellationToken cancellation)
    {
        if (!caller.May.Contains(Access.Answer))
            return null;

        var sight = await channels.OfAsync(caller, cancellation);
        var card = sight.CardOf(asked.ChannelOf(conversation));
        var draft = await drafts.GetAsync(db, (conversation.Id, caller.Person), () => db.Set<Draft>().AsNoTracking()
            .FirstOrDefaultAsync(d => d.Conversation == conversation.Id && d.Person == caller.Person, cancellation));
        var text = typed ?? draft?.Text ?? "";
        var question = await asked.OfAsync(conversation, cancellation);
        var signature = await signing.OfAsync(caller, conversation, question, cancellation);
        var size = AnswerText.Measure(card, question, text, signature.Text);
        var before = AnswerText.Measure(card, question, "", "");
        return new ComposerView(
            conversation.Id.Value, head.Name, card?.Handle ?? "", WhyClosed(conversation, asked.ChannelOf(conversation), sight), text, draft?.KeptAt,
            signature.Text, signature.MustAsk, AnswerText.EndingOf(signature.Text),
            new RoomView(size.MostGraphemes, size.MostBytes, size.Graphemes)
            {
                Before = before.Graphemes,
                Link = card is null ? 0 : TextRules.LimitsOf(card).LettersPerLink,
            },
            conversation.LastNumber)
        {
            Hand = conversation.IsByHand ? new HandView(SafeLink.Of(question?.WebLink), null, []) : null,
            IsPrivate = question is { IsPrivate: true },
            Warning = question?.Warning,
            Pictures = await PicturesAsync(conversation, caller, cancellation),
            PutOff = SnoozeTime.Ahead(clock.GetCurrentInstant(), caller.Zone),
            Ready = await ready.OfferAsync(conversation, question, cancellation),
            Targets = await targets.OfAsync(conversation, sight, cancellation),
            Looks = await looks.OfDraftAsync(conversation, caller.Person, text, cancellation),
        };
    }

    private async Task<PicturesView> PicturesAsync(Conversation conversation, Caller caller, CancellationToken cancellation)
    {
        var address = caller.To($"conversations/{conversation.Id}/pictures");
        var there = await laid.OfDraftAsync(conversation.Id, caller.Person, cancellation);
        return new PicturesView([.. there.Select(p => new LaidPictureView($"{address}/{p.Id}", p.AltText, $"{address}/{p.Id}/removal"))], address);
    }

    private static string? WhyClosed(Conversation conversation, ChannelId channel, ChannelSight sight) => conversation.State switch
    {
        ConversationState.Closed => "Why.Closed",
        ConversationState.Gone => "Why.Gone",
        ConversationState.Merged => "Why.Merged",
        _ when conversation.IsByHand => null,
        _ when sight.CardOf(channel) is null => "Why.NoChannel",
        _ when !sight.MayAnswerFrom(channel) => "Why.NotYours",
        _ => null,
    };
}
