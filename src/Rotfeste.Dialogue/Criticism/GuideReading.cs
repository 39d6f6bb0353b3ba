using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Turns;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Criticism;

/// <summary>The guide beside a conversation.</summary>
/// <param name="Conversation">Which.</param>
/// <param name="Steps">One thing to do each.</param>
/// <param name="Why">Why it is proposed; null where the label says so.</param>
public sealed record GuideView(Guid Conversation, IReadOnlyList<string> Steps, string? Why);

/// <summary>Why there was no answer.</summary>
public sealed record SilenceView(string Reason, string ByName);

/// <summary>Plans by organisation; null where nothing was set.</summary>
internal sealed class KeptCriticismPlans(RowVersions versions, IClock clock)
    : Kept<OrganisationId, CriticismPlan?>(versions, clock, typeof(CriticismPlan));

/// <summary>Reads what helps with a sour message: only where the label says criticism, or the signs do.</summary>
internal sealed class GuideReading(
    AppDb db, KeptCriticismPlans kept, AskedPost asked, Colleagues colleagues, CurrentCaller caller, IStringLocalizer<Texts> texts)
{
    private static readonly string[] UsualNames = ["kritikk", "kritik", "criticism"];

    public async Task<CriticismPlan?> PlanAsync(CancellationToken cancellation)
    {
        var organisation = db.Current.Value ?? throw new InvalidOperationException("A plan belongs to an organisation.");
        return await kept.GetAsync(db, organisation, async () => await db.Set<CriticismPlan>().AsNoTracking().FirstOrDefaultAsync(cancellation));
    }

    /// <summary>Null where nothing is sour, nothing waits, or the reader does not answer.</summary>
    public async Task<GuideView?> OfAsync(Conversation conversation, HeadView head, CancellationToken cancellation)
    {
        if (!caller.Required.May.Contains(Access.Answer) || conversation.State is not (ConversationState.WaitingForUs or ConversationState.Snoozed))
            return null;

        var plan = await PlanAsync(cancellation);
        if (head.Labels.Any(l => plan?.Label is { } label ? l.Id == label.Value : UsualNames.Contains(l.Name, StringComparer.OrdinalIgnoreCase)))
            return new GuideView(conversation.Id.Value, StepsOf(plan), null);

        var signs = await asked.OfAsync(conversation, cancellation) is { } post ? Sourness.Of(post.Text) : null;
        return signs is { Any: true } ? new GuideView(conversation.Id.Value, StepsOf(plan), WhyOf(signs)) : null;
    }

    /// <summary>Why a conversation was left without an answer; null where nobody said.</summary>
    public async Task<SilenceView?> SilenceAsync(Conversation conversation, CancellationToken cancellation)
    {
        if (conversation.Outcome != ConversationOutcome.NoAnswer
            || await db.Set<Silence>().AsNoTracking().FirstOrDefaultAsync(s => s.Conversation == conversation.Id, cancellation) is not { } silence)
            return null;

        return new SilenceView(silence.Reason, (await colleagues.FindAsync([silence.By], cancellation)).GetValueOrDefault(silence.By)?.Name ?? "");
    }

    /// <summary>The organisation's own steps, or ours.</summary>
    public IReadOnlyList<string> StepsOf(CriticismPlan? plan) =>
        (plan is { Guide.Length: > 0 } ? plan.Guide : Usual).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>What we propose, a line for each step.</summary>
    public string Usual => string.Join('\n', texts["Step.Acknowledge"], texts["Step.Facts"], texts["Step.Now"], texts["Step.Who"]);

    private string WhyOf(SourSigns signs)
    {
        var parts = new List<string>();
        if (signs.Words.Count > 0)
            parts.Add(string.Join(", ", signs.Words.Select(w => texts["Why.Word", w].Value)));
        if (signs.HasShouting)
            parts.Add(texts["Why.Shouting"]);
        if (signs.HasMarks)
            parts.Add(texts["Why.Marks"]);
        return texts["Why", string.Join(", ", parts)];
    }
}
