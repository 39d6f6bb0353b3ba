using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Slots;

namespace Rotfeste.Initiatives.Questions;

/// <summary>How many questions wait for a leader; every page's rail asks.</summary>
internal sealed class OpenQuestions(RowVersions versions, IClock clock) : Kept<PersonId, int>(versions, clock, typeof(LeaderQuestion))
{
    public static async ValueTask<NavigationCount> CountAsync(IServiceProvider scope, Caller caller, CancellationToken cancellation)
    {
        var db = scope.GetRequiredService<AppDb>();
        return new(await scope.GetRequiredService<OpenQuestions>().GetAsync(
            db, caller.Person, () => db.Set<LeaderQuestion>().CountAsync(q => q.Leader == caller.Person && q.AnsweredAt == null, cancellation)));
    }
}
