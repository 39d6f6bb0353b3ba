using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.People.SignIns;

/// <summary>What stands on the sign-in page.</summary>
/// <param name="Email">As it was typed.</param>
/// <param name="Return">Our own address to go to afterwards.</param>
/// <param name="CanMail">Mail can be sent from here.</param>
/// <param name="Examples">The invented people whom one may look as; empty outside the demo.</param>
/// <param name="Refusals">What must be mended.</param>
public sealed record SignInView(
    string Email, string Return, bool CanMail, IReadOnlyList<ExampleDoorView> Examples, IReadOnlyList<Refusal> Refusals);

/// <summary>One of the demo's people.</summary>
public sealed record ExampleDoorView(string Name, string Email);
