using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Rotfeste.Dialogue.Contracts;

namespace Rotfeste.Dialogue.Listings;

/// <summary>What somebody wants to see of the inbox; it stands whole in the address.</summary>
/// <param name="Stretch">Which view.</param>
/// <param name="Words">What is searched for; empty for all.</param>
/// <param name="Label">With this label only.</param>
/// <param name="Channel">From this account only.</param>
public sealed record InboxWish(InboxStretch Stretch, string Words = "", Guid? Label = null, Guid? Channel = null)
{
    private const int MostWords = 200;

    /// <summary>What belongs in the archive only.</summary>
    public bool ForArchive { get; init; }

    /// <summary>It is narrower than its view, so the counts of the view do not hold.</summary>
    public bool IsNarrow => Words.Length > 0 || Label is not null || Channel is not null || ForArchive;

    /// <summary>"?view=mine&amp;q=vann", or "" for the first view.</summary>
    public string Query => With(null);

    /// <summary>The same, from a cursor on.</summary>
    public string With(string? after)
    {
        var query = new QueryBuilder();
        if (Stretch != InboxStretch.ToDo)
            query.Add("view", InboxView.SlugOf(Stretch));
        if (Words.Length > 0)
            query.Add("q", Words);
        if (Label is { } label)
            query.Add("label", label.ToString());
        if (Channel is { } channel)
            query.Add("channel", channel.ToString());
        if (ForArchive)
            query.Add("archive", "yes");
        if (!string.IsNullOrEmpty(after))
            query.Add("after", after);
        return query.ToString();
    }

    /// <summary>From an address; what cannot be read is left out. A search without a view is a search in all.</summary>
    public static InboxWish Read(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var words = ((string?)query["q"] ?? "").Trim();
        if (words.Length > MostWords)
            words = words[..MostWords];
        var view = (string?)query["view"];
        return new InboxWish(
            words.Length > 0 && string.IsNullOrEmpty(view) ? InboxStretch.All : InboxView.Parse(view), words, IdOf(query["label"]), IdOf(query["channel"]))
        {
            ForArchive = (string?)query["archive"] == "yes",
        };
    }

    internal LabelId? WithLabel => Label is { } id ? LabelId.From(id) : null;

    private static Guid? IdOf(string? text) => Guid.TryParse(text, out var id) ? id : null;
}
