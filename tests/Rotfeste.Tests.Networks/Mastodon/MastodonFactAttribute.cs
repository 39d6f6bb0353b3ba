using System.Runtime.CompilerServices;

namespace Rotfeste.Tests.Networks.Mastodon;

/// <summary>A test against a server that speaks as Mastodon does; skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MastodonFactAttribute : FactAttribute
{
    public const string Reason = "snac2 is not installed: run ./test networks, which installs it and sets ROTFESTE_SNAC.";

    public MastodonFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        Skip = Reason;
        SkipUnless = nameof(MastodonServer.Installed);
        SkipType = typeof(MastodonServer);
    }
}

/// <summary>The same with rows.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MastodonTheoryAttribute : TheoryAttribute
{
    public MastodonTheoryAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        Skip = MastodonFactAttribute.Reason;
        SkipUnless = nameof(MastodonServer.Installed);
        SkipType = typeof(MastodonServer);
    }
}
