using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Listening.KnownAccounts;

/// <summary>The accounts that searches may name.</summary>
/// <param name="Rows">By handle.</param>
/// <param name="Input">The form for another.</param>
/// <param name="Refusals">Why it was refused.</param>
public sealed record KnownAccountsView(IReadOnlyList<KnownAccountView> Rows, KnownAccountInput Input, IReadOnlyList<Refusal> Refusals);

/// <summary>One of them.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Handle">Without @.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Reason">Why searches may name it.</param>
/// <param name="EnteredAt">Since when.</param>
/// <param name="IsFound">The network knows it, so that <c>author:</c> finds what it says in the open stream.</param>
public sealed record KnownAccountView(Guid Id, string Handle, KnownAccountKind Kind, string Reason, Instant EnteredAt, bool IsFound);

/// <summary>What was typed about an account.</summary>
/// <param name="Handle">In small letters, without @.</param>
/// <param name="Kind">What it is, or null where nothing was chosen.</param>
/// <param name="Reason">Why.</param>
public sealed partial record KnownAccountInput(string Handle, KnownAccountKind? Kind, string Reason)
{
    /// <summary>Nothing typed yet.</summary>
    public static KnownAccountInput Empty { get; } = new("", null, "");

    internal static KnownAccountInput From(IFormCollection form) =>
        new(form.Text("handle").TrimStart('@').ToLowerInvariant(), form.Named<KnownAccountKind>("kind"), form.Text("reason").Replace('\0', ' '));

    /// <summary>A handle as networks write it: letters, digits and <c>_.-</c>, maybe <c>@host</c>.</summary>
    internal static bool IsHandle(string text) => text.Length <= 250 && Shape().IsMatch(text);

    [GeneratedRegex(@"^[\p{L}\p{N}_][\p{L}\p{N}_.-]*(@[\p{L}\p{N}.-]+)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shape();
}
