namespace Rotfeste.Listening.Searches;

/// <summary>Whom or what a search is about; shares are drawn between the three.</summary>
public enum SearchKind
{
    /// <summary>The own names, products, people and places.</summary>
    Us,

    /// <summary>What the organisation works with, whoever is named.</summary>
    Field,

    /// <summary>Other organisations in the same line.</summary>
    Others,
}
