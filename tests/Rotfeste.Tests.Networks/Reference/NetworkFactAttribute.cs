using System.Runtime.CompilerServices;

namespace Rotfeste.Tests.Networks.Reference;

/// <summary>A test against the reference servers; skipped where they are not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NetworkFactAttribute : FactAttribute
{
    public const string Reason =
        "The reference servers are not installed: run ./test networks, which installs them and sets ROTFESTE_TEST_SERVERS.";

    public NetworkFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        Skip = Reason;
        SkipUnless = nameof(ReferenceNetwork.Installed);
        SkipType = typeof(ReferenceNetwork);
    }
}
