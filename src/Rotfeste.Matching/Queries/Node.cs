using Rotfeste.Matching.Words;

namespace Rotfeste.Matching.Queries;

/// <summary>A part of a query. NOT stands only directly before a leaf: building pushes it down.</summary>
internal abstract class Node
{
    public abstract bool Holds(ReadPost post);

    /// <summary>Adds the ranges of the text that speak for this part, where it holds.</summary>
    public abstract void Collect(ReadPost post, Marking found);

    public abstract Node Negated();
}

internal sealed class AllOf(Node[] parts) : Node
{
    public Node[] Parts => parts;

    public override bool Holds(ReadPost post)
    {
        foreach (var part in parts)
        {
            if (!part.Holds(post))
                return false;
        }
        return true;
    }

    public override void Collect(ReadPost post, Marking found)
    {
        if (!Holds(post))
            return;
        foreach (var part in parts)
            part.Collect(post, found);
    }

    public override Node Negated() => new AnyOf([.. parts.Select(part => part.Negated())]);
}

internal sealed class AnyOf(Node[] parts) : Node
{
    public Node[] Parts => parts;

    public override bool Holds(ReadPost post)
    {
        foreach (var part in parts)
        {
            if (part.Holds(post))
                return true;
        }
        return false;
    }

    public override void Collect(ReadPost post, Marking found)
    {
        foreach (var part in parts)
            part.Collect(post, found);
    }

    public override Node Negated() => new AllOf([.. parts.Select(part => part.Negated())]);
}

internal sealed class Not(Leaf leaf) : Node
{
    public override bool Holds(ReadPost post) => !leaf.Holds(post);

    public override void Collect(ReadPost post, Marking found)
    {
    }

    public override Node Negated() => leaf;
}

/// <summary>A part without parts.</summary>
internal abstract class Leaf : Node
{
    public override Node Negated() => new Not(this);
}

/// <summary>Ranges to be marked: in the text that words are read from, and in the whole text that literals see.</summary>
internal sealed class Marking
{
    public List<TextRange> InWords { get; } = [];

    public List<TextRange> InWhole { get; } = [];
}
