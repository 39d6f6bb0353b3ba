namespace Rotfeste.Platform.Ui.Pieces;

/// <summary>How something stands, each with its own shape.</summary>
public enum Standing
{
    /// <summary>Open circle.</summary>
    Waiting,

    /// <summary>Half-filled circle.</summary>
    Soon,

    /// <summary>Triangle.</summary>
    Late,

    /// <summary>Three dots: queued or sending.</summary>
    Queued,

    /// <summary>Bare check.</summary>
    Sent,

    /// <summary>Octagon.</summary>
    Failed,

    /// <summary>Filled circle with a question: we do not know, and check.</summary>
    Unknown,

    /// <summary>Filled circle with a check.</summary>
    Met,

    /// <summary>Circle with a bar.</summary>
    Reservation,

    /// <summary>Square bubble.</summary>
    Objection,

    /// <summary>Dashed circle with hands.</summary>
    Stale,

    /// <summary>Diamond.</summary>
    Waived,

    /// <summary>Padlock: not ready.</summary>
    Lock,

    /// <summary>Shield: something is hidden to protect somebody.</summary>
    Shield,

    /// <summary>Part of a wave.</summary>
    Wave,
}
