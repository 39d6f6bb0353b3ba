using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.People.Notices;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Mail;

namespace Rotfeste.Tests.People.Notices;

/// <summary>Tells people of Fjordvik, as an upper room does.</summary>
internal static class NoticeWorld
{
    /// <summary>Tells each of them: "{who} … {what}".</summary>
    public static Task TellAsync(
        this PeopleWorld world, IReadOnlyList<string> emails, string who, string what = "Fjordvik kommune", string address = "people",
        NoticeUrgency urgency = NoticeUrgency.Ordinary, string? key = null) =>
        world.App.InAsync(world.Fjordvik.Organisation, async services =>
        {
            var notice = new Notice(NoticeKinds.AskedToAnswer, [who, what], address, urgency, key);
            await services.GetRequiredService<Notify>().TellAsync([.. emails.Select(e => world.Fjordvik.People[e])], notice, CancellationToken.None);
            await services.GetRequiredService<AppDb>().SaveChangesAsync();
        });

    /// <summary>The clock goes on to the next time it is this hour in Oslo.</summary>
    public static void MoveTo(this PeopleWorld world, int hour)
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/Oslo"];
        var now = world.Clock.GetCurrentInstant();
        var today = zone.AtLeniently(now.InZone(zone).Date.At(new LocalTime(hour, 0))).ToInstant();
        world.Clock.Move((today > now ? today : today + Duration.FromDays(1)) - now);
    }

    public static IReadOnlyList<Letter> LettersTo(this PeopleWorld world, string email) => [.. world.Mail.Letters.Where(l => l.To == email)];

    public static Task ChooseAsync(this PeopleWorld world, string email, MailWay way, int daily = 8, int from = 20, int to = 7, bool urgent = true) =>
        ChooseAsync(world, email,
            [("way", way.ToString()), ("daily", $"{daily}"), ("quietFrom", $"{from}"), ("quietTo", $"{to}"), .. urgent ? new[] { ("urgent", "yes") } : []]);

    private static async Task ChooseAsync(PeopleWorld world, string email, (string, string)[] fields)
    {
        using var visitor = await world.SignInAsync(email);
        await visitor.SendAsync(await visitor.OpenAsync("/fjordvik/profile"), "/fjordvik/profile/mail", fields);
    }
}
