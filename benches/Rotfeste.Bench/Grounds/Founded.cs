using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Host.Opening;
using Rotfeste.Host.Server;
using Rotfeste.People.Contracts;
using Rotfeste.People.Memberships;
using Rotfeste.People.Organisations;
using Rotfeste.People.Persons;
using Rotfeste.Platform;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Bench.Grounds;

/// <summary>An organisation with one owner and one account, written through the product's own rules before it starts.</summary>
/// <param name="Organisation">Whose.</param>
/// <param name="Path">"/fjellvik".</param>
/// <param name="Owner">Who signs in.</param>
/// <param name="Channel">Paused, so that nothing is asked of any network.</param>
internal sealed record Founded(OrganisationId Organisation, string Path, PersonId Owner, ChannelId Channel)
{
    public const string Account = "did:plc:benchbenchbenchbenchbenc";
    public const string Email = "kari.nordmann@example.org";
    public const string Password = "a fjord full of kelp 42";

    /// <summary>Brings the schema up and founds; <paramref name="more"/> is written by the caller in the same scope.</summary>
    public static async Task<Founded> OnAsync(Ground ground, Func<Founded, IServiceProvider, Task>? more = null)
    {
        await using var provider = await BringUpToDateAsync(ground.Settings);
        await using var scope = provider.CreateAsyncScope();
        var founded = await FoundAsync(scope.ServiceProvider);
        if (more is not null)
            await more(founded, scope.ServiceProvider);
        return founded;
    }

    /// <summary>Brings a folder or database to this version's schema, and gives the rooms over it.</summary>
    public static async Task<ServiceProvider> BringUpToDateAsync(Settings settings)
    {
        var services = new ServiceCollection().AddLogging().AddRooms(settings);
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        var provider = services.BuildServiceProvider();
        await Schema.BringUpToDateAsync(provider, settings);
        return provider;
    }

    private static async Task<Founded> FoundAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<AppDb>();
        var now = SystemClock.Instance.GetCurrentInstant();
        var person = Person.Make(PersonId.New(), "Kari Nordmann", Email, "nb", now);
        person.PasswordHash = services.GetRequiredService<IPasswordHasher<Person>>().HashPassword(person, Password);
        db.Current.ChooseWholeInstallation();
        var organisation = await services.GetRequiredService<Founding>().FoundAsync(
            new OrganisationDraft("Fjellvik kommune", OrganisationKind.Public, Country.Norway, "Europe/Oslo", "nb"), person, OrganisationId.New(), default);
        db.Add(person);
        var membership = db.Set<Membership>().Local.Single();
        membership.SayYes();
        membership.ChooseName(true);
        var account = new SignedInAccount(new Uri("http://127.0.0.1:9"), Account, "fjellvik.example.org", "Fjellvik kommune");
        var channel = Rotfeste.Channels.Accounts.Channel.Connect(organisation.Id, account, person.Id, now);
        channel.Pause(now);
        db.Add(channel);
        await db.SaveChangesAsync();
        return new Founded(organisation.Id, $"/{organisation.Slug}", person.Id, channel.Id);
    }
}
