using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Posts;

/// <summary>A post from outside as it lies here, once for each organisation and address.</summary>
internal sealed class KeptPost : IBelongToOrganisation
{
    public required PostId Id { get; init; }

    public required OrganisationId Organisation { get; init; }

    public required string Network { get; init; }

    public required string Uri { get; init; }

    public string ContentId { get; private set; } = "";

    public string? WebLink { get; private set; }

    public string AuthorAccount { get; private set; } = "";

    public string AuthorHandle { get; private set; } = "";

    public string AuthorName { get; private set; } = "";

    public required string AuthorKey { get; init; }

    public string Text { get; private set; } = "";

    public bool IsCut { get; private set; }

    public IReadOnlyList<string> Languages { get; private set; } = [];

    /// <summary>The language that it is listed under; null for a post from before languages were told.</summary>
    public string? Language { get; private set; }

    /// <summary>We told it from the words; the post says none itself.</summary>
    public bool IsLanguageGuessed { get; private set; }

    /// <summary>Hashtags that the network lists beside the text, without "#".</summary>
    public IReadOnlyList<string> Tags { get; private set; } = [];

    public required Instant CreatedAt { get; init; }

    public required Instant StoredAt { get; init; }

    public string? RootUri { get; private set; }

    public string? RootContentId { get; private set; }

    public string? ParentUri { get; private set; }

    public string? ParentContentId { get; private set; }

    public string? Quotes { get; private set; }

    public IReadOnlyList<string> MentionedAccounts { get; private set; } = [];

    public IReadOnlyList<PostLink> Links { get; private set; } = [];

    public IReadOnlyList<PostPicture> Pictures { get; private set; } = [];

    public int? Likes { get; private set; }

    /// <summary>Who can see it; null is everybody.</summary>
    public PostAudience? Audience { get; private set; }

    public string? Warning { get; private set; }

    public required bool IsOurs { get; init; }

    public ErasedBecause? Erased { get; private set; }

    /// <summary>Only the author's id is known: somebody must be asked for the name.</summary>
    public bool AwaitsName { get; private set; }

    /// <summary>The stream's clock at the last change seen there, in microseconds; 0 when it came another way.</summary>
    public long SeenUs { get; private set; }

    /// <summary>When its author's newer words were seen; null while the first ones stand.</summary>
    public Instant? ChangedAt { get; private set; }

    /// <summary>When its network is asked again whether it was changed or deleted; null where the network tells that itself.</summary>
    public Instant? CheckAt { get; private set; }

    /// <summary>Its words were replaced in this unit of work: what was made of them must be made anew.</summary>
    public bool HasNewWords { get; private set; }

    public static KeptPost From(NetworkPost post, OrganisationId organisation, string authorKey, bool isOurs, Instant now)
    {
        var kept = new KeptPost
        {
            Id = PostId.New(),
            Organisation = organisation,
            Network = post.Network,
            Uri = post.Uri,
            AuthorKey = authorKey,
            CreatedAt = Instant.Min(post.CreatedAt, now),
            StoredAt = now,
            IsOurs = isOurs,
        };
        kept.Take(post);
        return kept;
    }

    /// <summary>Seen again, maybe with more than last time: names the stream does not tell, pictures, likes. An erased post stays erased.</summary>
    public void Freshen(NetworkPost post, Instant now)
    {
        if (Erased is not null)
            return;

        if (post.Author.Handle.Length > 0)
            Name(post.Author.Handle, post.Author.DisplayName);
        if (IsNewer(post))
            Replace(post, now);
        WebLink ??= post.WebLink;
        Likes = post.Likes ?? Likes;
        if (post.Pictures.Count > 0 && Pictures.All(p => p.Address.Length == 0))
            Pictures = post.Pictures;
        if (Links.Count == 0)
            Links = post.Links;
    }

    /// <summary>The author's new words, unless newer ones were seen already.</summary>
    public void Change(NetworkPost post, long seenUs)
    {
        if (Erased is not null || seenUs <= SeenUs)
            return;

        Replace(post with { Author = new NetworkAuthor(AuthorAccount, AuthorHandle, AuthorName) }, Instant.FromUnixTimeTicks(seenUs * 10));
        SeenUs = seenUs;
    }

    /// <summary>Remembers when the stream told of it.</summary>
    public void SeeAt(long seenUs) => SeenUs = Math.Max(SeenUs, seenUs);

    public void Name(string handle, string displayName)
    {
        if (Erased is not null)
            return;

        AuthorHandle = Storable.Clean(handle);
        AuthorName = Storable.Clean(displayName);
        AwaitsName = false;
    }

    /// <summary>Tells its language again from what it says itself, else from its words. An erased post keeps what was told.</summary>
    public void TellLanguage()
    {
        if (Erased is null || Language is null)
            (Language, IsLanguageGuessed) = PostLanguage.Of(Languages, Text);
    }

    /// <summary>Nobody knows the author's name: the id is shown.</summary>
    public void GiveUpName() => AwaitsName = false;

    /// <summary>Blanks words, names, links and pictures; what is left is that there was a post. False when that was done before.</summary>
    public bool Erase(ErasedBecause because)
    {
        if (Erased is not null)
            return false;

        Erased = because;
        ContentId = Text = AuthorAccount = AuthorHandle = AuthorName = "";
        WebLink = Quotes = Warning = null;
        Languages = MentionedAccounts = Tags = [];
        Links = [];
        Pictures = [];
        Likes = null;
        CheckAt = null;
        AwaitsName = HasNewWords = false;
        return true;
    }

    public NetworkPost ToNetworkPost() => new(
        Network, Uri, ContentId, WebLink, new NetworkAuthor(AuthorAccount, AuthorHandle, AuthorName), Text, IsCut, Languages, CreatedAt,
        RootUri is null ? null : new PostReference(RootUri, RootContentId ?? ""),
        ParentUri is null ? null : new PostReference(ParentUri, ParentContentId ?? ""),
        Quotes, MentionedAccounts, Links, Pictures, Likes)
    {
        Audience = Audience ?? PostAudience.Everyone,
        Warning = Warning,
    };

    public StoredPost ToStored() => new(Id, ToNetworkPost(), IsOurs, Erased, AuthorKey, StoredAt) { ChangedAt = ChangedAt };

    /// <summary>When it is looked at next.</summary>
    public void LookAgain(Instant? at) => CheckAt = Erased is null ? at : null;

    /// <summary>What was made of its words is made anew.</summary>
    public void BeRenewed() => HasNewWords = false;

    // A feed often gives no time of a change, but what it gives is always what stands there now.
    private bool IsNewer(NetworkPost post) => post.IsVersionTime
        ? string.CompareOrdinal(post.Version, ContentId) > 0
        : post.Network == "feed" && Storable.Cut(post.Text, post.IsCut).Text != Text;

    private void Replace(NetworkPost post, Instant now)
    {
        var before = (Text, Warning);
        Take(post);
        if (before == (Text, Warning))
            return;
        ChangedAt = now;
        HasNewWords = true;
    }

    private void Take(NetworkPost post)
    {
        ContentId = post.Version;
        WebLink = post.WebLink;
        AuthorAccount = post.Author.Account;
        AuthorHandle = Storable.Clean(post.Author.Handle);
        AuthorName = Storable.Clean(post.Author.DisplayName);
        AwaitsName = AuthorHandle.Length == 0;
        (Text, IsCut) = Storable.Cut(post.Text, post.IsCut);
        Languages = post.Languages;
        Tags = post.Tags;
        TellLanguage();
        (RootUri, RootContentId) = (post.ReplyRoot?.Uri, post.ReplyRoot?.Version);
        (ParentUri, ParentContentId) = (post.ReplyParent?.Uri, post.ReplyParent?.Version);
        Quotes = post.Quotes;
        MentionedAccounts = post.MentionedAccounts;
        Links = post.Links;
        Pictures = post.Pictures;
        Likes = post.Likes;
        Audience = post.Audience == PostAudience.Everyone ? null : post.Audience;
        Warning = post.Warning is { } warning ? Storable.Clean(warning) : null;
    }
}
