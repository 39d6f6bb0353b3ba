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
/// <param name="Asked">Who is.</param>
/// <param name="People">Who could be, by name.</param>
/// <param name="Units">Whole units that could be.</param>
/// <param name="Then">The page that the form leads back to.</param>
public sealed record AskedPeopleView(
    string Address, IReadOnlyList<AskedPersonView> Asked, IReadOnlyList<PersonChoiceView> People, IReadOnlyList<UnitOptionView> Units, string Then);

/// <summary>A person who is asked, with directions and holdings as keys.</summary>
public sealed record AskedPersonView(string Id, string Name, IReadOnlyList<string> Directions, IReadOnlyList<string> Holds, bool IsLeader);

/// <summary>A unit that can be asked as a whole.</summary>
public sealed record UnitOptionView(string Id, string Name);

/// <summary>The page of who is asked, and of who leads.</summary>
public sealed record PeoplePageView(
    string Address, string Title, AskedPeopleView People, string Owner, string Leader, IReadOnlyList<PersonChoiceView> Everyone,
    IReadOnlyList<PersonChoiceView> Leaders, bool MayHandOver, IReadOnlyList<Refusal> Refusals);
