using System.Globalization;

namespace Rotfeste.Matching.Queries;

internal sealed partial class QueryParser
{
    private const int UsualDistance = 4;

    // Which parts stand in brackets of their own: a minus before NEAR needs them.
    private readonly HashSet<QueryPart> _bracketed = new(ReferenceEqualityComparer.Instance);

    private QueryPart? Proximity()
    {
        if (Term() is not { } first)
            return null;
        var near = _token;
        if (near.Kind != TokenKind.Near)
            return first;
        if (!IsWords(first))
            return Refuse(QueryReason.NearTakesWords, near.Range);
        if (DistanceOf(near) is not { } distance)
            return Refuse(QueryReason.BadDistance, near.Range);
        if (Step().Kind is TokenKind.Not or TokenKind.Minus)
            return Refuse(QueryReason.NearTakesWords, near.Range);
        if (Term() is not { } second)
            return null;
        if (!IsWords(second))
            return Refuse(QueryReason.NearTakesWords, near.Range);
        if (_token.Kind == TokenKind.Near)
            return Refuse(QueryReason.NearTakesWords, _token.Range);
        var isOrdered = _text[near.Start] == 'O';
        return new(QueryPartKind.Near, Over(first, second)) { Parts = [first, second], Distance = distance, IsOrdered = isOrdered };
    }

    private static bool IsWords(QueryPart part) =>
        part.Kind == QueryPartKind.Words || (part.Kind == QueryPartKind.Any && part.Parts.All(IsWords));

    private int? DistanceOf(Token near)
    {
        var sign = _text.AsSpan(near.Start, near.End - near.Start);
        var slash = sign.IndexOf('/');
        if (slash < 0)
            return UsualDistance;
        var isNumber = int.TryParse(sign[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var distance);
        return isNumber && distance <= Query.LargestDistance ? distance : null;
    }
}
