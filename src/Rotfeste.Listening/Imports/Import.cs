using NodaTime;
using Rotfeste.Listening.Sources;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Imports;

/// <summary>How an import stands.</summary>
public enum ImportState
{
    /// <summary>Being read, or waiting for its turn.</summary>
    Running,

    /// <summary>Read to its end.</summary>
    Done,

    /// <summary>The file is not here any more.</summary>
    FileGone,

    /// <summary>Somebody stopped it; what was read stays.</summary>
    Stopped,
}

/// <summary>One file that is read, and up to where. The place moves in the transaction that stores what was read.</summary>
internal sealed class Import : IBelongToOrganisation, IVersioned
{
    private const int MostNamed = 20;

    public required Guid Id { get; init; }

    public required OrganisationId Organisation { get; init; }

    public required SourceId Source { get; init; }

    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file in hex: the same file goes on where it was.</summary>
    public required string Hash { get; init; }

    /// <summary>In bytes.</summary>
    public required long Size { get; init; }

    /// <summary>All lines become mentions, not only what searches hit.</summary>
    public required bool TakesAll { get; init; }

    public required Instant StartedAt { get; init; }

    /// <summary>Null from the command line.</summary>
    public required PersonId? StartedBy { get; init; }

    /// <summary>Bytes that are read and stored.</summary>
    public long Position { get; private set; }

    /// <summary>Lines that are read and stored.</summary>
    public long Lines { get; private set; }

    /// <summary>New posts.</summary>
    public long Received { get; private set; }

    /// <summary>Those of them that became mentions.</summary>
    public long Found { get; private set; }

    /// <summary>Lines that are no posts.</summary>
    public long Bad { get; private set; }

    /// <summary>The first of them: line numbers, comma between.</summary>
    public string WrongLines { get; private set; } = "";

    public ImportState State { get; private set; }

    public Instant? EndedAt { get; private set; }

    public long Version { get; set; }

    /// <summary>A batch is stored.</summary>
    public void Move(long position, long lines, long received, long found)
    {
        Position = position;
        Lines = lines;
        Received += received;
        Found += found;
    }

    public void CountBad(long line)
    {
        if (Bad++ < MostNamed)
            WrongLines += WrongLines.Length == 0 ? $"{line}" : $",{line}";
    }

    public void End(ImportState state, Instant now)
    {
        State = state;
        EndedAt = now;
    }
}
