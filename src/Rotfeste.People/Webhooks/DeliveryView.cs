using NodaTime;
using Rotfeste.People.Members;
using Rotfeste.Platform.Mail;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.People.Webhooks;

/// <summary>How what is told gets out.</summary>
/// <param name="CanMail">A mail server is set up.</param>
/// <param name="Mail">How mail goes out.</param>
/// <param name="Webhooks">The connected rooms, oldest first.</param>
/// <param name="Units">All units, for the form.</param>
/// <param name="Typed">What was typed into the form; its address never comes back.</param>
/// <param name="TrialSent">A trial was sent just now.</param>
/// <param name="Refusals">What must be mended in the form.</param>
public sealed record DeliveryView(
    bool CanMail,
    MailState Mail,
    IReadOnlyList<WebhookView> Webhooks,
    IReadOnlyList<UnitChoiceView> Units,
    WebhookTyped Typed,
    bool TrialSent,
    IReadOnlyList<Refusal> Refusals);

/// <summary>What was typed.</summary>
public sealed record WebhookTyped(string Kind, string Name, string Unit);

/// <summary>A connected room.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">"Slack" or "Teams".</param>
/// <param name="Unit">The unit's name, or null for the organisation.</param>
/// <param name="Host">The open part of its address.</param>
/// <param name="Trouble">A named value, "None" where it is well.</param>
/// <param name="IsStopped">Nothing is tried any more.</param>
/// <param name="Since">Since when it is in trouble, or when it was last sent to, or null.</param>
public sealed record WebhookView(Guid Id, string Name, string Kind, string? Unit, string Host, string Trouble, bool IsStopped, Instant? Since);
