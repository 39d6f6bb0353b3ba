namespace Rotfeste.Networks.Mastodon.Streams;

/// <summary>What a stream told.</summary>
public enum StreamNoteKind
{
    /// <summary>Something else, or a sign of life.</summary>
    Other,

    /// <summary>A new status; the payload is its JSON.</summary>
    Update,

    /// <summary>A status was changed; the payload is its JSON.</summary>
    Edited,

    /// <summary>A status is gone; the payload is its id.</summary>
    Deleted,

    /// <summary>The account was told something; the payload is the notification's JSON.</summary>
    Notification,
}

/// <summary>One event of a stream.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Payload">JSON or an id, from outside.</param>
public sealed record StreamNote(StreamNoteKind Kind, string Payload)
{
    internal static StreamNote Of(string name, string data) => new(
        name switch
        {
            "update" => StreamNoteKind.Update,
            "status.update" => StreamNoteKind.Edited,
            "delete" => StreamNoteKind.Deleted,
            "notification" => StreamNoteKind.Notification,
            _ => StreamNoteKind.Other,
        },
        data);
}
