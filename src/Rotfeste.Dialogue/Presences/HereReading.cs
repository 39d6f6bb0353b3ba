using Rotfeste.Dialogue.Conversations;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Dialogue.Presences;

/// <summary>Names those who are there; only whoever was let in to the conversation can have said so, or asks.</summary>
internal sealed class HereReading(PresentPeople people, Colleagues colleagues)
{
    public async Task<HereView> OfAsync(Conversation conversation, Caller reader, CancellationToken cancellation)
    {
        var others = people.Of(conversation.Id).Where(p => p.Person != reader.Person).ToList();
        var names = await colleagues.FindAsync([.. others.Select(p => p.Person)], cancellation);
        return new HereView(conversation.Id.Value, Named(true), Named(false));

        List<string> Named(bool writing) =>
            [.. others.Where(p => p.IsWriting == writing).Select(p => names.GetValueOrDefault(p.Person)?.Name).OfType<string>()];
    }
}
