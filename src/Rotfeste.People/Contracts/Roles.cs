namespace Rotfeste.People.Contracts;

/// <summary>A person's roles in one organisation: a set.</summary>
[Flags]
public enum Roles
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Works here.</summary>
    Employee = 1,

    /// <summary>Leads a unit.</summary>
    Leader = 2,

    /// <summary>Runs the communication.</summary>
    CommunicationsLead = 4,

    /// <summary>Answers for the installation's use in this organisation.</summary>
    Owner = 8,
}

/// <summary>What kind of organisation it is (S6); it decides which advice fits.</summary>
public enum OrganisationKind
{
    /// <summary>Public body.</summary>
    Public,

    /// <summary>Services.</summary>
    Services,

    /// <summary>Consumer goods.</summary>
    ConsumerGoods,

    /// <summary>Engineering and the like.</summary>
    Engineering,
}

/// <summary>How an answer is signed in public.</summary>
public enum SignatureStyle
{
    /// <summary>«– Kari», or «– Kari, Kundetorget» when the unit has a name to show.</summary>
    FirstName,

    /// <summary>«/KL».</summary>
    Initials,

    /// <summary>«– Kundetorget».</summary>
    Unit,
}
