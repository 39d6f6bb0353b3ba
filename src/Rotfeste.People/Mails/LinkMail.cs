using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.People.Codes;
using Rotfeste.People.Persons;
using Rotfeste.Platform;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Mail;
using Rotfeste.Platform.Ui.Languages;

namespace Rotfeste.People.Mails;

/// <summary>Writes the mails that carry a link, in their reader's language and in the caller's unit of work.</summary>
internal sealed class LinkMail(CodeBook codes, Outbox outbox, IStringLocalizer<Texts> texts, Settings settings)
{
    public static readonly Duration SignInLife = Duration.FromMinutes(20);
    public static readonly Duration NoticeLife = Duration.FromDays(14);
    public static readonly Duration ResetLife = Duration.FromHours(2);

    public bool IsOpen => outbox.IsOpen;

    public Task SendSignInAsync(Person person, CancellationToken cancellation) =>
        SendAsync(person, "SignIn", Address($"sign-in/link/{codes.Add(CodePurpose.SignIn, person.Id, SignInLife)}"), cancellation);

    public Task SendResetAsync(Person person, CancellationToken cancellation) =>
        SendAsync(person, "Reset", NewResetLink(person), cancellation);

    /// <summary>A link to a new password, for whoever runs the installation to hand over.</summary>
    public string NewResetLink(Person person) => Address($"password/reset/{codes.Add(CodePurpose.Reset, person.Id, ResetLife)}");

    public async Task SendInvitationAsync(
        OrganisationId organisation, string organisationName, string language, string email, string inviter, string link, CancellationToken cancellation)
    {
        var (subject, body) = Spoken.In(language, () => (
            texts["Invitation.Subject", inviter, organisationName].Value, texts["Invitation.Body", inviter, organisationName, link].Value));
        await outbox.PostAsync(organisation, email, subject, body, cancellation);
    }

    /// <summary>The whole address of one of our pages.</summary>
    public string Address(string path) => new Uri(settings.Address, path).ToString();

    private async Task SendAsync(Person person, string what, string link, CancellationToken cancellation)
    {
        var (subject, body) = Spoken.In(person.Language, () => (
            texts[$"{what}.Subject"].Value, texts[$"{what}.Body", person.FirstName, link].Value));
        await outbox.PostAsync(organisation: null, person.Email, subject, body, cancellation);
    }
}
