using NodaTime;
using Rotfeste.Dialogue.Library;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Examples;

/// <summary>What lies ready in the example: one answer that everybody may read, one for colleagues.</summary>
internal static class ExampleLibrary
{
    public static void Plant(AppDb db, PersonId owner, PersonId other, Instant now)
    {
        var today = now.InUtc().Date;
        var open = Keep(new LibraryWords(
            "Vann", "Hva gjør jeg når vannet blir borte?",
            "Sjekk først om naboen har vann. Mangler dere begge vann, er det som regel et brudd på ledningen, og vi er ofte på vei. Vi legger ut det vi vet på "
                + "fjordvik.example/vann. La krana renne til vannet er klart når det kommer tilbake.",
            "nb", "https://fjordvik.example/vann", owner, today.PlusMonths(4)));
        open.Publish("hva-gjor-jeg-nar-vannet-blir-borte", now - Duration.FromDays(20));
        Keep(new LibraryWords(
            "Vei", "Hvor melder jeg hull i veien?",
            "Meld det på fjordvik.example/hull, gjerne med bilde. Vi retter hull som er farlige, innen tre dager. Er det en fylkesvei, sender vi meldingen videre.",
            "nb", "", other, today.PlusDays(-2)));

        LibraryAnswer Keep(LibraryWords words)
        {
            var answer = LibraryAnswer.Of(db.Current.Value ?? default, null);
            answer.Keep(words, owner, now - Duration.FromDays(20));
            db.Add(answer);
            return answer;
        }
    }
}
