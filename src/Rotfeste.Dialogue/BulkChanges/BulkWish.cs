using Microsoft.AspNetCore.Http;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Dialogue.Labels;
using Rotfeste.Dialogue.Snoozes;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.BulkChanges;

/// <summary>What shall be done to the ticked ones; null parts where it is another thing.</summary>
internal sealed record BulkWish(BulkKind Kind, IReadOnlyList<ConversationId> Chosen, PersonId? To, LabelId? Label, Instant? Until, ConversationOutcome? Outcome);

/// <summary>Reads the form.</summary>
internal sealed class BulkReading(LabelReading labels, PlanReading plans, Colleagues colleagues, IClock clock)
{
    public const int Most = 50;

    /// <summary>Null where nothing is ticked, or what shall be done is not said.</summary>
    public async Task<BulkWish?> ReadAsync(IFormCollection form, CancellationToken cancellation)
    {
        IReadOnlyList<ConversationId> chosen =
            [.. form["conversation"].Select(t => Guid.TryParse(t, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct().Take(Most).Select(ConversationId.From)];
        if (chosen.Count == 0 || form.Named<BulkKind>("do") is not { } kind)
            return null;

        var wish = new BulkWish(kind, chosen, null, null, null, null);
        return kind switch
        {
            BulkKind.HandOver => Guid.TryParse(form.Text("to"), out var to) && (await colleagues.WhoMayAnswerAsync(cancellation)).Any(c => c.Person.Value == to)
                ? wish with { To = PersonId.From(to) } : null,
            BulkKind.Label => Guid.TryParse(form.Text("label"), out var label) && (await labels.AllAsync(cancellation)).Any(l => l.Id == label)
                ? wish with { Label = LabelId.From(label) } : null,
            BulkKind.PutOff => SnoozeTime.Of(form.Text("until"), clock.GetCurrentInstant(), (await plans.ReadAsync(cancellation)).Calendar.Zone) is { } until
                ? wish with { Until = until } : null,
            BulkKind.Close => form.Named<ConversationOutcome>("outcome") is { } outcome ? wish with { Outcome = outcome } : null,
            _ => wish,
        };
    }
}
