using NodaTime;

namespace Rotfeste.Platform.Callers;

/// <summary>Who is asking, in which organisation, and what they may do there.</summary>
/// <param name="Person">The signed-in person.</param>
/// <param name="Name">Full name as colleagues see it.</param>
/// <param name="Unit">The unit's name, or null.</param>
/// <param name="Organisation">The organisation in the address.</param>
/// <param name="OrganisationName">Its name.</param>
/// <param name="Noun">The organisation's own noun in definite form («kommunen»).</param>
/// <param name="Path">Its root address, "/fjordvik".</param>
/// <param name="Zone">The zone that times are shown in.</param>
/// <param name="May">Names of the authorization policies this caller satisfies here.</param>
/// <param name="Others">The person's other organisations, by name.</param>
/// <param name="IsExample">The organisation is the invented one of the demo.</param>
public sealed record Caller(
    PersonId Person,
    string Name,
    string? Unit,
    OrganisationId Organisation,
    string OrganisationName,
    string Noun,
    string Path,
    DateTimeZone Zone,
    IReadOnlySet<string> May,
    IReadOnlyList<OtherOrganisation> Others,
    bool IsExample)
{
    /// <summary>A program asks on the person's behalf, by a token: it is answered in JSON.</summary>
    public bool IsProgram { get; init; }

    /// <summary>An address within the organisation: To("inbox") is "/fjordvik/inbox".</summary>
    public string To(string relative) => $"{Path}/{relative}";
}

/// <summary>Another organisation the person belongs to.</summary>
public sealed record OtherOrganisation(string Name, string Path);

/// <summary>The caller of this request; empty on pages outside any organisation.</summary>
public sealed class CurrentCaller
{
    /// <summary>Null when nobody is signed in or the page belongs to no organisation.</summary>
    public Caller? Value { get; set; }

    /// <summary>The caller, where the route's policy guarantees one.</summary>
    /// <exception cref="InvalidOperationException">The endpoint forgot its policy: a bug.</exception>
    public Caller Required => Value ?? throw new InvalidOperationException("This endpoint needs a caller.");
}
