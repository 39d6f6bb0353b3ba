using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Bench.Grounds;
using Rotfeste.Bench.Pages;
using Rotfeste.People.Contracts;
using Rotfeste.People.Memberships;
using Rotfeste.People.Persons;
using Rotfeste.People.Units;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Rotfeste.Bench.Inboxes;

/// <summary>Fifty people in five units who answer, and a million conversations, of which 500 wait.</summary>
internal static class Crew
{
    /// <summary>Raised when other rows are written.</summary>
    public const int Edition = ManyConversations.Edition * 100 + 1;

    public const int People = 50;
    public const int Conversations = 1_000_000;
    private const int Waiting = 500;
    private const int Units = 5;

    public static string EmailOf(int number) => number == 0 ? Founded.Email : $"ola{number}@example.org";

    public static async Task WriteAsync(Founded founded, IServiceProvider services)
    {
        var db = services.GetRequiredService<AppDb>();
        var people = await AddPeopleAsync(founded, db);
        await new ManyConversations(founded, db, Conversations, Waiting, people).WriteAsync();
    }

    private static async Task<IReadOnlyList<PersonId>> AddPeopleAsync(Founded founded, AppDb db)
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        var password = (await db.Set<Person>().SingleAsync(p => p.Id == founded.Owner)).PasswordHash;
        var units = Enumerable.Range(0, Units).Select(n => Unit.Make(UnitId.New(), founded.Organisation, null, $"Enhet {n}", $"Enhet {n}")).ToList();
        db.AddRange(units);
        List<PersonId> people = [founded.Owner];
        for (var number = 1; number < People; number++)
        {
            var person = Person.Make(PersonId.New(), $"Ola Nordmann {number}", EmailOf(number), "nb", now);
            person.PasswordHash = password;
            var membership = Membership.Join(founded.Organisation, person.Id, Roles.Employee, units[number % Units].Id, now);
            membership.AskToAnswer();
            membership.SayYes();
            membership.ChooseName(true);
            db.AddRange(person, membership);
            people.Add(person.Id);
        }

        await db.SaveChangesAsync();
        return people;
    }
}
