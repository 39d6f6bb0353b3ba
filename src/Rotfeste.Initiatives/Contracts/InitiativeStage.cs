namespace Rotfeste.Initiatives.Contracts;

/// <summary>The stages an initiative goes through; two by default, the others where somebody wants them.</summary>
public enum InitiativeStage
{
    /// <summary>Being talked about and prepared.</summary>
    Before,

    /// <summary>Tried out.</summary>
    Pilot,

    /// <summary>Running.</summary>
    Running,

    /// <summary>Being looked at again.</summary>
    Review,

    /// <summary>Ended.</summary>
    Ended,
}
