using Microsoft.AspNetCore.Http;
using NodaTime;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Listening.Requests;

/// <summary>The requests that were met, and the form for another.</summary>
public sealed record RequestsView(IReadOnlyList<RequestView> Rows, RequestInput Input, IReadOnlyList<Refusal> Refusals);

/// <summary>A request that was met.</summary>
/// <param name="Kind">What was asked for.</param>
/// <param name="Case">The organisation's case number.</param>
/// <param name="Posts">How many posts it concerned.</param>
/// <param name="At">When.</param>
public sealed record RequestView(AuthorRequestKind Kind, string Case, int Posts, Instant At)
{
    /// <summary>How many conversations.</summary>
    public int Others { get; init; }
}

/// <summary>What was typed.</summary>
/// <param name="Author">A handle, or the lasting id at the network.</param>
/// <param name="Case">The case number.</param>
public sealed record RequestInput(string Author, string Case)
{
    /// <summary>Nothing typed yet.</summary>
    public static RequestInput Empty { get; } = new("", "");

    internal static RequestInput From(IFormCollection form) => new(form.Text("author").TrimStart('@').Replace('\0', ' '), form.Text("case").Replace('\0', ' '));
}
