namespace Rotfeste.People.Contracts;

/// <summary>Names of the authorization policies; docs/access.md says who satisfies which.</summary>
public static class Access
{
    /// <summary>Signed in, in no particular organisation.</summary>
    public const string SignedIn = "signed-in";

    /// <summary>Any active member of the organisation in the address.</summary>
    public const string Member = "member";

    /// <summary>May answer for the organisation: asked by a leader, with the person's own yes.</summary>
    public const string Answer = "answer";

    /// <summary>Leader, communications lead or owner.</summary>
    public const string Leader = "leader";

    /// <summary>Communications lead or owner: channels and searches.</summary>
    public const string Lead = "lead";

    /// <summary>Owner: the organisation itself and its roles.</summary>
    public const string Owner = "owner";

    /// <summary>All names, for registration.</summary>
    public static IReadOnlyList<string> All { get; } = [SignedIn, Member, Answer, Leader, Lead, Owner];
}
