using Rotfeste.Platform.Callers;

namespace Rotfeste.Platform.Data;

/// <summary>
/// The organisation whose rows this unit of work may read and write. Nothing is chosen at first, and then nothing
/// is seen: a forgotten choice shows too little, never too much.
/// </summary>
public sealed class CurrentOrganisation
{
    /// <summary>The chosen organisation, or null.</summary>
    public OrganisationId? Value { get; private set; }

    /// <summary>True for work on the installation as a whole (intake, delivery, the command line).</summary>
    public bool IsWholeInstallation { get; private set; }

    /// <summary>What the query filter compares with; matches no row when nothing is chosen.</summary>
    public OrganisationId Filter => Value ?? default;

    /// <summary>Chooses one organisation.</summary>
    public void Choose(OrganisationId organisation)
    {
        Value = organisation;
        IsWholeInstallation = false;
    }

    /// <summary>Lifts the wall for work that serves all organisations; never from a request of one of them.</summary>
    public void ChooseWholeInstallation()
    {
        Value = null;
        IsWholeInstallation = true;
    }
}
