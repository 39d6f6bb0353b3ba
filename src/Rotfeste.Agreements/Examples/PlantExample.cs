using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;
using Rotfeste.Agreements.Records;
using Rotfeste.Agreements.Threads;

namespace Rotfeste.Agreements.Examples;

/// <summary>Plants invented answers on the present version of a subject; an agreement with answers is left alone.</summary>
internal sealed class PlantExample(Reading reading, Recording recording)
{
    public async Task RunAsync(Subject subject, IReadOnlyList<ExampleStand> stands, CancellationToken cancellation)
    {
        var open = await reading.FindAsync(subject, cancellation)
            ?? throw new InvalidOperationException("Open the agreement first.");
        if (stands.Any(s => open.History.Find(s.Person)?.Answer is not null))
            return;

        foreach (var stand in stands)
        {
            var sentence = new SentenceGiven(stand.Person, recording.Keep(open, stand.Person, stand.Sentence));
            var part = new Part("", stand.Kind, recording.Keep(open, stand.Person, stand.Reason));
            var answer = new Answered(stand.Person, open.History.PresentNumber, [part], open.Today, null);
            recording.Add(open, stand.Person, [sentence, answer, .. ThreadsOfAnswer.Of(open.History, answer)]);
        }
    }
}
