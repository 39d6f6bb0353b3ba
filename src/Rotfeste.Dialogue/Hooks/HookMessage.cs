using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Hooks;

/// <summary>How a message stands.</summary>
internal enum HookMessageState
{
    Waiting,
    Delivered,

    /// <summary>Not tried any more, until somebody says so.</summary>
    GivenUp,
}

/// <summary>Something that another system is told: ids alone, never words. Its own id is the webhook-id, the same at every try.</summary>
internal sealed class HookMessage : IBelongToOrganisation
{
    // Three days in all.
    private static readonly Duration[] Pauses =
    [
        Duration.FromSeconds(5), Duration.FromMinutes(1), Duration.FromMinutes(5), Duration.FromMinutes(30), Duration.FromHours(2),
        Duration.FromHours(5), Duration.FromHours(10), Duration.FromHours(14), Duration.FromHours(20), Duration.FromHours(21),
    ];

    private HookMessage()
    {
    }

    public Guid Id { get; private init; }

    public OrganisationId Organisation { get; private init; }

    public Guid Hook { get; private init; }

    public string Event { get; private init; } = "";

    public string Json { get; private init; } = "";

    public Instant WrittenAt { get; private init; }

    public HookMessageState State { get; private set; }

    public int Attempts { get; private set; }

    public Instant? TriedAt { get; private set; }

    /// <summary>What came of the last try: an HTTP status, or 0 where nobody answered.</summary>
    public int? Status { get; private set; }

    public static HookMessage Write(Hook to, string what, string json, Instant now) => new()
    {
        Id = Guid.CreateVersion7(),
        Organisation = to.Organisation,
        Hook = to.Id,
        Event = what,
        Json = json,
        WrittenAt = now,
    };

    /// <summary>Notes a try. When to try again; null where it was taken, or has been tried long enough.</summary>
    public Instant? Tried(int status, bool wasTaken, bool mayGoOn, Instant now)
    {
        (Status, TriedAt) = (status, now);
        Attempts++;
        if (!wasTaken && mayGoOn && Attempts <= Pauses.Length)
            return now + Pauses[Attempts - 1];
        State = wasTaken ? HookMessageState.Delivered : HookMessageState.GivenUp;
        return null;
    }

    /// <summary>A person says so: once more from the start.</summary>
    public void Again() => (State, Attempts) = (HookMessageState.Waiting, 0);

    public static void Map(ModelBuilder model) => model.Entity<HookMessage>(row =>
    {
        row.ToTable("dialogue_hook_messages");
        row.Property(m => m.Id).ValueGeneratedNever();
        row.HasIndex(m => new { m.Organisation, m.WrittenAt });
        row.HasIndex(m => m.Hook);
        row.HasOne<Hook>().WithMany().HasForeignKey(m => m.Hook).HasConstraintName("FK_dialogue_hook_messages_hook");
    });
}
