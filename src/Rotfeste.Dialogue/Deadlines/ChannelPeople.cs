using Rotfeste.Channels.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Dialogue.Deadlines;

/// <summary>Who may answer from an account: all who may answer, or those of the units it is given to.</summary>
internal sealed class ChannelPeople(Colleagues colleagues, ConnectedChannels channels, OrganisationUnits units)
{
    public async Task<IReadOnlyList<PersonId>> WhoMayAnswerAsync(ChannelId channel, CancellationToken cancellation)
    {
        var able = (await colleagues.WhoMayAnswerAsync(cancellation)).Select(c => c.Person);
        var given = await channels.UnitsOfAsync(channel, cancellation);
        if (given.Count == 0)
            return [.. able];

        var people = new List<PersonId>();
        foreach (var person in able)
        {
            if ((await units.AboveAsync(person, cancellation)).Any(given.Contains))
                people.Add(person);
        }

        return people;
    }
}
