using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Watching;
using Rotfeste.Networks.Jetstream;
using Rotfeste.Networks.Text;

namespace Rotfeste.Listening.Streams;

/// <summary>Finds which own accounts a post is addressed to.</summary>
internal static class Addresses
{
    /// <summary>Each account once, by the strongest reason: answers us, names us, quotes us, answers in a thread of ours.</summary>
    public static List<AddressedAccount> In(StreamPostDetails post, string author, Watchlist watch)
    {
        var found = new List<AddressedAccount>();
        void Add(string? account, AccountEventKind kind)
        {
            foreach (var own in account is null ? [] : watch.OwnersOf(account))
            {
                if (!watch.IsOurs(own.Organisation, author) && !found.Exists(f => f.Account == own))
                    found.Add(new(own, kind));
            }
        }

        Add(post.Reply?.Parent.Uri.Repo.Value, AccountEventKind.Reply);
        foreach (var facet in post.Facets.Where(f => f.Kind == FacetKind.Mention))
            Add(facet.Target, AccountEventKind.Mention);
        Add(post.Quote?.Uri.Repo.Value, AccountEventKind.Quote);
        Add(post.Reply?.Root.Uri.Repo.Value, AccountEventKind.Reply);
        return found;
    }
}
