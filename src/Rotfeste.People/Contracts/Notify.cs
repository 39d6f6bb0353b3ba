using Rotfeste.People.Notices;
using Rotfeste.People.Webhooks;
using Rotfeste.Platform.Callers;

namespace Rotfeste.People.Contracts;

/// <summary>
/// Order: tell people of the current organisation. Everything is stored in the caller's unit of work and goes out once that is saved:
/// in the product, by mail as each person has chosen, to Teams and Slack.
/// </summary>
public sealed class Notify
{
    private readonly NoticeWriting writing;
    private readonly WebhookWriting webhooks;

    internal Notify(NoticeWriting writing, WebhookWriting webhooks)
    {
        this.writing = writing;
        this.webhooks = webhooks;
    }

    /// <summary>Tells one person; nothing happens where they are no active member.</summary>
    public Task TellAsync(PersonId person, Notice notice, CancellationToken cancellation) => TellAsync([person], notice, cancellation);

    /// <summary>Tells each of them once.</summary>
    /// <exception cref="InvalidOperationException">No room has declared the kind, or no organisation is chosen: a bug.</exception>
    public Task TellAsync(IReadOnlyCollection<PersonId> people, Notice notice, CancellationToken cancellation) =>
        writing.WriteAsync(people, notice, cancellation);

    /// <summary>
    /// Tells the rooms in Teams and Slack of a unit, of the units above it and of the organisation; null is the organisation's alone.
    /// Persons are not told by this. Nothing happens where no such room is connected.
    /// </summary>
    public Task TellUnitAsync(UnitId? unit, Notice notice, CancellationToken cancellation) =>
        webhooks.WriteAsync(unit, notice, cancellation);

    /// <summary>Takes back what was told under a key and nobody has read yet: it no longer waits for them. A mail that went out stays out.</summary>
    public Task TakeBackAsync(string key, CancellationToken cancellation) => writing.TakeBackAsync(key, cancellation);
}
