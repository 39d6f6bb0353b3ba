using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Channels.Examples;

/// <summary>Plants an account that exists at no network; planting it again changes nothing.</summary>
internal sealed class PlantExample(AppDb db, FactLog facts)
{
    private static readonly SignedInAccount Invented =
        new(new Uri("https://bluesky.example"), "did:web:fjordvik.example", "fjordvik.example", "Fjordvik kommune");

    /// <summary>For the chosen organisation.</summary>
    public async Task<ChannelId> RunAsync(PersonId by, Instant at, CancellationToken cancellation)
    {
        var organisation = db.Current.Value ?? throw new InvalidOperationException("An example belongs to an organisation.");
        if (await db.Set<Channel>().FirstOrDefaultAsync(c => c.Account == Invented.Account, cancellation) is { } planted)
            return planted.Id;

        var channel = Channel.Connect(organisation, Invented, by, at);
        db.Add(channel);
        facts.Tell(new ChannelConnected(organisation, channel.Id, at));
        return channel.Id;
    }
}
