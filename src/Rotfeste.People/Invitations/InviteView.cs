using Rotfeste.People.Contracts;
using Rotfeste.People.Members;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.People.Invitations;

/// <summary>What stands on the page that invites.</summary>
public sealed record InviteView(
    string Email, string Name, Roles Roles, string Unit, IReadOnlyList<UnitChoiceView> Units, bool CanMail, IReadOnlyList<Refusal> Refusals);

/// <summary>An invitation as the invited person sees it.</summary>
/// <param name="Code">The link's code; null where it opens nothing.</param>
/// <param name="Organisation">Who invites.</param>
/// <param name="Path">The organisation's root address.</param>
/// <param name="Name">The invited person's name.</param>
/// <param name="Email">Where it was sent.</param>
/// <param name="Me">Name of whoever is signed in, or null.</param>
/// <param name="IsKnown">The address has a person here already.</param>
/// <param name="CanMail">Sign-in by mail is possible.</param>
/// <param name="Refusals">What must be mended.</param>
public sealed record InvitationView(
    string? Code, string Organisation, string Path, string Name, string Email, string? Me, bool IsKnown, bool CanMail, IReadOnlyList<Refusal> Refusals);
