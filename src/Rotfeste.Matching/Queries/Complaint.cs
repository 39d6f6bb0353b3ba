namespace Rotfeste.Matching.Queries;

/// <summary>Holds the one refusal that ends a reading.</summary>
internal sealed class Complaint
{
    public QueryReason Reason { get; private set; }

    /// <summary>In the settled query.</summary>
    public TextRange Range { get; private set; }

    public QueryPart? Note(QueryReason reason, TextRange range)
    {
        Reason = reason;
        Range = range;
        return null;
    }
}
