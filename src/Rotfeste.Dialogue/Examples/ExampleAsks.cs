using NodaTime;
using Rotfeste.Dialogue.Asks;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Subjects;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Examples;

/// <summary>In the example some say what they know, and one is asked.</summary>
internal static class ExampleAsks
{
    private static readonly Duration Patience = Duration.FromHours(20);

    /// <summary>When it goes on is not scheduled: the example stands as it is for whoever looks at it.</summary>
    public static void Plant(AppDb db, IReadOnlyDictionary<string, PersonId> people, Conversation? wanted, Instant now)
    {
        Say("jonas.eide", "vann\nvannledninger\navløp");
        Say("marit.hauge", "vann\ngebyrer");
        Say("sindre.moe", "veier\nhull i veien\nbrøyting\nbenker");
        Say("siri.bakken", "biblioteket\nbøker\nskjermlesere");
        Say("hakon.vik", "byggesak\nreguleringsplaner");
        Say("kari.lunde", "barnehageplass\nåpningstider");
        if (wanted is not null)
            db.Add(Ask.Of(wanted, people["kari.lunde"], people["jonas.eide"], "barnehageplass", now - Duration.FromMinutes(20), now + Patience));

        void Say(string person, string lines)
        {
            if (!people.TryGetValue(person, out var id))
                return;
            var knowing = Knowing.Of(db.Current.Value ?? default, id);
            knowing.Say(lines.Split('\n'), null, Knowing.UsualMost);
            db.Add(knowing);
        }
    }
}
