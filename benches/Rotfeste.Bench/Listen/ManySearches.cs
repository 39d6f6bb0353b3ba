using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Bench.Grounds;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Searches;
using Rotfeste.People.Contracts;
using Rotfeste.People.Organisations;
using Rotfeste.People.Persons;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Bench.Listen;

/// <summary>
/// Fifty invented municipalities with two hundred searches each. Their words are made of a place and a matter, none of which begins
/// another, so that each is found by one search of one organisation and what must come of it can be counted.
/// </summary>
internal static class ManySearches
{
    private static readonly string[] Places =
        [.. from first in Split("brenn kvern solv tange myr gran bjørk strand ulve havn") from last in Split("vika dalen øya neset lunden") select first + last];

    private static readonly string[] Matters =
        [.. from first in Split("skole barnehage vei snø renovasjon bibliotek svømme kultur bygg sykehjem") from last in Split(
            "plan sak vedtak gebyr tilbud leder møte budsjett melding kø avgift rapport søknad stenging åpning ferie vakt prøve kamp dag") select first + last];

    /// <summary>One account each.</summary>
    public static IReadOnlyList<string> Accounts { get; } =
        [Founded.Account, .. Enumerable.Range(1, Places.Length - 1).Select(at => $"did:plc:benchbenchbenchbenchbe{(char)('a' + (at / 26))}{(char)('a' + (at % 26))}")];

    /// <summary>All of them: whose (a place's number), the search, and what a post says that it finds.</summary>
    public static IReadOnlyList<(int Place, string Query, string Said)> All { get; } =
        [.. from place in Enumerable.Range(0, Places.Length) from matter in Enumerable.Range(0, Matters.Length) select Search(place, matter)];

    /// <summary>Founds forty-nine beside the first, and writes everybody's searches.</summary>
    public static async Task<IReadOnlyList<OrganisationId>> AddAsync(Founded first, IServiceProvider services)
    {
        var db = services.GetRequiredService<AppDb>();
        var owner = await db.Set<Person>().SingleAsync(p => p.Id == first.Owner);
        List<OrganisationId> all = [first.Organisation];
        for (var place = 1; place < Places.Length; place++)
            all.Add(await FoundAsync(services, owner, place));
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var mine in All.GroupBy(s => s.Place))
        {
            db.Current.Choose(all[mine.Key]);
            db.AddRange(mine.Select((s, at) => new Search
            {
                Id = SearchId.New(),
                Organisation = all[mine.Key],
                Name = Matters[at],
                Query = s.Query,
                CreatedAt = SystemClock.Instance.GetCurrentInstant(),
            }));
            await db.SaveChangesAsync();
        }

        return all;
    }

    private static async Task<OrganisationId> FoundAsync(IServiceProvider services, Person owner, int place)
    {
        var db = services.GetRequiredService<AppDb>();
        var organisation = await services.GetRequiredService<Founding>().FoundAsync(
            new OrganisationDraft($"{Places[place]} kommune", OrganisationKind.Public, Country.Norway, "Europe/Oslo", "nb"), owner, OrganisationId.New(), default);
        var account = new SignedInAccount(new Uri("http://127.0.0.1:9"), Accounts[place], $"{place}.example.org", $"{Places[place]} kommune");
        var now = SystemClock.Instance.GetCurrentInstant();
        var channel = Channel.Connect(organisation.Id, account, owner.Id, now);
        channel.Pause(now);
        db.Add(channel);
        await db.SaveChangesAsync();
        return organisation.Id;
    }

    // Five ways in which people write a search, in turn.
    private static (int Place, string Query, string Said) Search(int at, int number)
    {
        var (place, matter) = (Places[at], Matters[number]);
        return (number % 5) switch
        {
            0 => (at, $"\"{place} {matter}\" OR {place}{matter}", $"{place} {matter}"),
            1 => (at, $"#{place}{matter} OR \"kommunen og {place}{matter}\"", $"#{place}{matter}"),
            2 => (at, $"{place}{matter}* NOT (fotball OR håndball)", $"{place}{matter}et"),
            3 => (at, $"{place} NEAR/3 {matter}", $"{place} har ny {matter}"),
            _ => (at, $"({place}{matter} OR ={place.ToUpperInvariant()}{number}) AND (ordføreren OR skolen OR bussen OR {matter})", $"{matter} {place}{matter}"),
        };
    }

    private static string[] Split(string words) => words.Split(' ');
}
