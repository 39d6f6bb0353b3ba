using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Starts;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Initiatives.Publications;

/// <summary>Before publishing: who is asked, who is asked again and why.</summary>
/// <param name="Address">Where the initiative is.</param>
/// <param name="Title">Its title.</param>
/// <param name="Built">The version it builds on.</param>
/// <param name="People">Who is asked.</param>
/// <param name="Preview">Whom publishing asks; null where nothing would be published.</param>
/// <param name="CanPublish">There are words to publish.</param>
/// <param name="Refusals">What must be mended.</param>
public sealed record PublicationView(
    string Address, string Title, int Built, AskedPeopleView People, AskPreviewView? Preview, bool CanPublish, IReadOnlyList<Refusal> Refusals);

/// <summary>Who is asked, and who could be.</summary>
/// <param name="Address">Where the initiative is.</param>
/// <param name="Asked">Who is; among many those who lead or hold something, or those found.</param>
/// <param name="Crowd">How many there are; null where all are few enough to stand there.</param>
/// <param name="People">Who could be, by name.</param>
/// <param name="Units">Whole units that could be.</param>
/// <param name="Who">What is typed among many.</param>
/// <param name="Then">The page that the form leads back to.</param>
public sealed record AskedPeopleView(
    string Address, IReadOnlyList<AskedPersonView> Asked, AskedCrowdView? Crowd, IReadOnlyList<PersonChoiceView> People, IReadOnlyList<UnitOptionView> Units,
    string Who, string Then);

/// <summary>More people than stand there.</summary>
/// <param name="Of">How many are asked.</param>
/// <param name="Find">What is looked for, or "".</param>
/// <param name="Units">By unit, the largest first.</param>
public sealed record AskedCrowdView(int Of, string Find, IReadOnlyList<AskedUnitView> Units);

/// <summary>How many of a unit are asked.</summary>
public sealed record AskedUnitView(string Id, string Name, int Count);

/// <summary>What was typed on the page; null for what was not.</summary>
internal sealed record AskedTyped(string Find = "", string Who = "", string? Owner = null, string? Leader = null);

/// <summary>A person who is asked, with directions and holdings as keys.</summary>
public sealed record AskedPersonView(string Id, string Name, IReadOnlyList<string> Directions, IReadOnlyList<string> Holds, bool IsLeader);

/// <summary>A unit that can be asked as a whole.</summary>
public sealed record UnitOptionView(string Id, string Name);

/// <summary>The page of who is asked, and of who leads.</summary>
public sealed record PeoplePageView(
    string Address, string Title, AskedPeopleView People, string Owner, string Leader, IReadOnlyList<PersonChoiceView> Everyone,
    IReadOnlyList<PersonChoiceView> Leaders, bool MayHandOver, IReadOnlyList<Refusal> Refusals);
