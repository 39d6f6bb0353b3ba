using System.CommandLine;
using Rotfeste.People;
using Rotfeste.People.Contracts;
using Rotfeste.Platform;

namespace Rotfeste.Host.Commands;

/// <summary><c>user reset-link</c> and <c>organisation add</c>: for whoever runs the installation.</summary>
internal static class PeopleVerbs
{
    public static Command User(Func<ParseResult, Settings> settings)
    {
        var email = new Argument<string>("email") { Description = "The person's mail address." };
        var link = new Command("reset-link", "Prints a link with which the person chooses a new password; it works once, for two hours.") { email };
        link.SetAction((parsed, cancellation) => ResetLinkAsync(settings(parsed), parsed.GetValue(email)!, cancellation));
        return new Command("user", "People who sign in.") { link };
    }

    public static Command Organisation(Func<ParseResult, Settings> settings)
    {
        var name = new Argument<string>("name") { Description = "The organisation's name." };
        var owner = new Option<string>("--owner") { Description = "Mail address of its first owner.", Required = true };
        var kind = new Option<OrganisationKind>("--kind") { Description = "What kind it is (default: Public)." };
        var language = new Option<string>("--language") { Description = "nb, nn, da or en (default: nb).", DefaultValueFactory = _ => "nb" };
        language.AcceptOnlyFromAmong("nb", "nn", "da", "en");
        var zone = new Option<string>("--zone") { Description = "Its time zone, such as Europe/London (default: Europe/Oslo).", DefaultValueFactory = _ => "Europe/Oslo" };
        var add = new Command("add", "Sets up a further organisation in this installation.") { name, owner, kind, language, zone };
        add.SetAction((parsed, cancellation) => AddAsync(
            settings(parsed),
            scope => PeopleRoom.AddOrganisationAsync(
                scope, parsed.GetValue(name)!, parsed.GetValue(kind), parsed.GetValue(language)!, parsed.GetValue(zone)!,
                parsed.GetValue(owner)!, cancellation)));
        return new Command("organisation", "Organisations in this installation.") { add };
    }

    private static async Task<int> ResetLinkAsync(Settings settings, string email, CancellationToken cancellation)
    {
        string? link = null;
        await Verb.WithServicesAsync(settings, async scope => link = await PeopleRoom.NewResetLinkAsync(scope, email, cancellation));
        if (link is null)
            await Console.Error.WriteLineAsync($"Nobody here has the address {email}.");
        else
            Console.WriteLine(link);
        return link is null ? 1 : 0;
    }

    private static async Task<int> AddAsync(Settings settings, Func<IServiceProvider, Task<PeopleAddition?>> add)
    {
        PeopleAddition? added = null;
        await Verb.WithServicesAsync(settings, async scope => added = await add(scope));
        if (added is null)
        {
            await Console.Error.WriteLineAsync("The name, the time zone or the owner's address will not do. A time zone is written as Europe/Oslo.");
            return 1;
        }

        Console.WriteLine(added.Address);
        if (added.Link is not null)
            Console.WriteLine($"The owner is new here and chooses a password at {added.Link} (once, within two hours).");
        return 0;
    }
}
