namespace Rotfeste.Networks.Jetstream;

/// <summary>What a frame of the stream tells.</summary>
public enum StreamKind
{
    /// <summary>No event that can be read: count it.</summary>
    Malformed,

    /// <summary>An event of a kind newer than this client: see <see cref="StreamEvent.KindName"/>.</summary>
    Unknown,

    /// <summary>A record came, changed or went.</summary>
    Commit,

    /// <summary>An account's handle or keys changed.</summary>
    Identity,

    /// <summary>An account was opened or closed.</summary>
    Account,
}

/// <summary>What happened to a record.</summary>
public enum CommitOperation
{
    /// <summary>A word newer than this client, or no commit at all.</summary>
    Unknown,

    /// <summary>New.</summary>
    Create,

    /// <summary>Other content under the same key.</summary>
    Update,

    /// <summary>Gone.</summary>
    Delete,
}

/// <summary>An account's standing at its server.</summary>
public enum AccountStanding
{
    /// <summary>Open.</summary>
    Active,

    /// <summary>Closed by its owner for a time.</summary>
    Deactivated,

    /// <summary>Closed by its server for a time.</summary>
    Suspended,

    /// <summary>Closed by its server for good.</summary>
    TakenDown,

    /// <summary>Gone.</summary>
    Deleted,

    /// <summary>Not active, for a reason that is not given or new to this client.</summary>
    OtherwiseClosed,
}
