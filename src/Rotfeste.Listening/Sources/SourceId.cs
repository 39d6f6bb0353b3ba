using Rotfeste.Platform.Callers;

namespace Rotfeste.Listening.Sources;

/// <summary>A place that posts come from.</summary>
internal readonly record struct SourceId(Guid Value) : ITypedId<SourceId>
{
    public static SourceId From(Guid value) => new(value);

    public static SourceId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString();
}
