namespace Rotfeste.Listening.Sources;

/// <summary>How posts come from a source.</summary>
public enum SourceKind
{
    /// <summary>We ask for it: RSS, Atom, RDF or JSON Feed.</summary>
    Feed,

    /// <summary>Files that somebody uploads.</summary>
    Import,

    /// <summary>Another system sends it here, signed.</summary>
    Webhook,

    /// <summary>Colleagues say "look at this".</summary>
    Tips,
}

/// <summary>What ails a source; each value has a sentence on what it means and one on what to do.</summary>
public enum SourceTrouble
{
    /// <summary>It is well.</summary>
    None,

    /// <summary>The name leads nowhere, or nobody answers there.</summary>
    Unreachable,

    /// <summary>The server has a fault of its own (5xx).</summary>
    ServerFault,

    /// <summary>It asks us to come less often (429).</summary>
    Busy,

    /// <summary>It wants a password, or refuses us (401, 403 and the like).</summary>
    Refused,

    /// <summary>There is nothing at the address any more (404, 410).</summary>
    Gone,

    /// <summary>It leads in a circle, or through too many places.</summary>
    Circle,

    /// <summary>The address lies inside a private network.</summary>
    PrivateAddress,

    /// <summary>A web page stands where the feed was.</summary>
    WebPage,

    /// <summary>Neither a feed nor a web page.</summary>
    NotAFeed,

    /// <summary>More than we read of one feed.</summary>
    TooLarge,

    /// <summary>It ends in the middle.</summary>
    CutOff,

    /// <summary>What came could not be stored: the disk is full, or the database away.</summary>
    NotStored,

    /// <summary>A signature was wrong: sender and we have different secrets.</summary>
    WrongSignature,
}
