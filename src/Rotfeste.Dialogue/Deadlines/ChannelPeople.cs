using Rotfeste.Channels.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Dialogue.Deadlines;

/// <summary>Who may see and answer what comes to an account: all, or those of the units it is given to.</summary>
internal sealed class ChannelPeople(Colleagues colleagues, ConnectedChannels channels, OrganisationUnits units)
{
    public async Task<IReadOnlyList<PersonId>> WhoMayAnswerAsync(ChannelId channel, CancellationToken cancellation) =>
        await OfAsync(channel, await colleagues.WhoMayAnswerAsync(cancellation), cancellation);

    /// <summary>All who see what comes to an account; who runs the channels sees all.</summary>
    public async Task<IReadOnlyList<PersonId>> WhoMaySeeAsync(ChannelId channel, CancellationToken cancellation)
    {
        var all = await colleagues.AllAsync(cancellation);
        var leads = all.Where(c => c.Roles.HasFlag(Roles.Owner) || c.Roles.HasFlag(Roles.CommunicationsLead)).Select(c => c.Person);
        return [.. (await OfAsync(channel, all, cancellation)).Union(leads)];
    }

    private async Task<IReadOnlyList<PersonId>> OfAsync(ChannelId channel, IReadOnlyList<Colleague> some, CancellationToken cancellation)
    {
        var given = await channels.UnitsOfAsync(channel, cancellation);
        if (given.Count == 0)
            return [.. some.Select(c => c.Person)];

        var people = new List<PersonId>();
        foreach (var colleague in some)
        {
            if ((await units.AboveAsync(colleague.Person, cancellation)).Any(given.Contains))
                people.Add(colleague.Person);
        }

        return people;
    }
}
