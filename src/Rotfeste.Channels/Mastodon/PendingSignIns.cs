using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Networks.Mastodon.Servers;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Channels.Mastodon;

/// <summary>A sign-in that a person has begun and that goes on at the server.</summary>
/// <param name="Organisation">For whom.</param>
/// <param name="Person">Who began it, and alone may end it.</param>
/// <param name="Server">Where.</param>
/// <param name="App">What the server knows us by.</param>
/// <param name="Redirect">Where the server sends them back to.</param>
/// <param name="Verifier">Proves that whoever brings the code is whoever asked for it.</param>
/// <param name="Channel">The account that is signed in again, or null for a new one.</param>
/// <param name="Until">Then it is too late.</param>
internal sealed record PendingSignIn(
    OrganisationId Organisation, PersonId Person, Uri Server, ServerApp App, Uri Redirect, string Verifier, ChannelId? Channel, Instant Until)
{
    /// <summary>Base64url of the verifier's SHA-256.</summary>
    public string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public override string ToString() => nameof(PendingSignIn);
}

/// <summary>Sign-ins under way, in memory: a restart means pressing the button once more. And what servers know us by, since they limit how often one asks.</summary>
internal sealed class PendingSignIns(IClock clock)
{
    private const int Most = 1_000;
    private readonly ConcurrentDictionary<string, PendingSignIn> pending = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(Uri Server, Uri Redirect), ServerApp> apps = new();

    public ServerApp? AppAt(Uri server, Uri redirect) => apps.GetValueOrDefault((server, redirect));

    public void Remember(Uri server, Uri redirect, ServerApp app)
    {
        if (apps.Count >= Most)
            apps.Clear();
        apps[(server, redirect)] = app;
    }

    /// <summary>The server forgot us.</summary>
    public void Forget(Uri server, Uri redirect) => apps.TryRemove((server, redirect), out _);

    /// <returns>What the server is to give back: nobody can guess it.</returns>
    public string Begin(PendingSignIn signIn)
    {
        foreach (var (old, _) in pending.Where(p => p.Value.Until < clock.GetCurrentInstant()))
            pending.TryRemove(old, out _);
        if (pending.Count >= Most)
            pending.Clear();

        var state = NewSecret();
        pending[state] = signIn;
        return state;
    }

    /// <summary>The sign-in with this state, once; null when there is none, it is too old, or another began it.</summary>
    public PendingSignIn? End(string? state, Caller caller) =>
        state is not null && pending.TryRemove(state, out var found)
        && found.Organisation == caller.Organisation && found.Person == caller.Person && found.Until >= clock.GetCurrentInstant()
            ? found
            : null;

    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
