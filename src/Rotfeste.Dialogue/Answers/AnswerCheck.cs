using Microsoft.Extensions.Localization;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Platform.Ui.Languages;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Dialogue.Answers;

/// <summary>Why an answer cannot go out as it stands, in words.</summary>
internal sealed class AnswerCheck(AskedPost asked, IStringLocalizer<Texts> texts)
{
    public IReadOnlyList<Refusal> Of(Conversation conversation, ChannelSight sight, NetworkPost? question, string text, string signature)
    {
        if (conversation.State == ConversationState.Closed)
            return [new Refusal("", texts["Refused.Closed"])];
        if (conversation.State == ConversationState.Gone)
            return [new Refusal("", texts["Refused.Gone"])];
        if (conversation.State == ConversationState.Merged)
            return [new Refusal("", texts["Refused.Merged"])];
        var channel = asked.ChannelOf(conversation);
        if (sight.CardOf(channel) is not { } card || !sight.MayAnswerFrom(channel))
            return [new Refusal("", texts["Refused.Channel"])];
        if (text.Length == 0)
            return [new Refusal("text", texts["Refused.Empty"])];
        if (text.Length > AnswerText.Longest)
            return [new Refusal("text", texts["Refused.FarTooLong", AnswerText.Longest])];

        var size = AnswerText.Measure(card, question, text, signature);
        return size.Fits ? [] : [new Refusal("text", WhyTooLong(size))];
    }

    private string WhyTooLong(TextSize size) => size.Graphemes > size.MostGraphemes
        ? texts.Count("Refused.TooLong", size.Graphemes - size.MostGraphemes, size.MostGraphemes)
        : texts["Refused.TooHeavy", size.Bytes - size.MostBytes];
}
