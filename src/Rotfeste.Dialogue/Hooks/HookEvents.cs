using Rotfeste.Dialogue.Contracts;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Dialogue.Hooks;

/// <summary>What can be told, by lasting names.</summary>
internal static class HookEvents
{
    public const string New = "conversation.new";
    public const string Enquired = "conversation.enquired";
    public const string Answered = "answer.sent";
    public const string Closed = "conversation.closed";
    public const string Labelled = "label.changed";

    /// <summary>Somebody tries the address; it is not chosen.</summary>
    public const string Test = "test";

    /// <summary>Those that can be chosen, in the order in which they are shown.</summary>
    public static IReadOnlyList<string> All { get; } = [New, Enquired, Answered, Closed, Labelled];
}

/// <summary>A conversation began.</summary>
internal sealed class TellOfNew(HookWriting writing) : IOn<ConversationOpened>
{
    public Task HandleAsync(IReadOnlyList<ConversationOpened> facts, CancellationToken cancellation) =>
        writing.WriteAsync([.. facts.Select(f => new Told(HookEvents.New, f.At, f.Conversation))], cancellation);
}

/// <summary>The other side wrote again.</summary>
internal sealed class TellOfEnquired(HookWriting writing) : IOn<ConversationEnquired>
{
    public Task HandleAsync(IReadOnlyList<ConversationEnquired> facts, CancellationToken cancellation) =>
        writing.WriteAsync([.. facts.Select(f => new Told(HookEvents.Enquired, f.At, f.Conversation))], cancellation);
}

/// <summary>An answer went out.</summary>
internal sealed class TellOfAnswered(HookWriting writing) : IOn<AnswerSent>
{
    public Task HandleAsync(IReadOnlyList<AnswerSent> facts, CancellationToken cancellation) =>
        writing.WriteAsync([.. facts.Select(f => new Told(HookEvents.Answered, f.At, f.Conversation) { Answer = f.Answer.Value })], cancellation);
}

/// <summary>A conversation was closed.</summary>
internal sealed class TellOfClosed(HookWriting writing) : IOn<ConversationClosed>
{
    public Task HandleAsync(IReadOnlyList<ConversationClosed> facts, CancellationToken cancellation) =>
        writing.WriteAsync([.. facts.Select(f => new Told(HookEvents.Closed, f.At, f.Conversation) { Outcome = f.Outcome })], cancellation);
}

/// <summary>A conversation's labels changed.</summary>
internal sealed class TellOfLabelled(HookWriting writing) : IOn<ConversationLabelled>
{
    public Task HandleAsync(IReadOnlyList<ConversationLabelled> facts, CancellationToken cancellation) =>
        writing.WriteAsync([.. facts.Select(f => new Told(HookEvents.Labelled, f.At, f.Conversation))], cancellation);
}

/// <summary>Something to tell.</summary>
internal sealed record Told(string Event, NodaTime.Instant At, ConversationId? Conversation)
{
    public Guid? Answer { get; init; }

    public ConversationOutcome? Outcome { get; init; }
}
