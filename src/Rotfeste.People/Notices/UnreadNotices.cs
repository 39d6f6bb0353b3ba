using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Slots;

namespace Rotfeste.People.Notices;

/// <summary>How many notices a person has not read; every page's rail asks.</summary>
internal sealed class UnreadNotices(RowVersions versions, IClock clock) : Kept<PersonId, int>(versions, clock, typeof(WrittenNotice))
{
    public static async ValueTask<NavigationCount> CountAsync(IServiceProvider scope, Caller caller, CancellationToken cancellation)
    {
        var db = scope.GetRequiredService<AppDb>();
        return new(await scope.GetRequiredService<UnreadNotices>().GetAsync(
            db, caller.Person, () => db.Set<WrittenNotice>().CountAsync(n => n.Person == caller.Person && n.ReadAt == null, cancellation)));
    }
}
