using System.Runtime.CompilerServices;

namespace Rotfeste.Tests.Networks.Reference;

/// <summary>A test with rows against the reference servers; skipped where they are not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NetworkTheoryAttribute : TheoryAttribute
{
    public NetworkTheoryAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        Skip = NetworkFactAttribute.Reason;
        SkipUnless = nameof(ReferenceNetwork.Installed);
        SkipType = typeof(ReferenceNetwork);
    }
}
