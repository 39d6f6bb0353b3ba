using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Web;

namespace Rotfeste.Initiatives.Trials;

/// <summary>What was learnt, to be searched.</summary>
internal static class ShowLearnings
{
    private const int LongestSearch = 100;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/learnings", async (string? q, LearningReading reading, CancellationToken cancellation) =>
        {
            var asked = (q ?? "").Trim();
            asked = asked.Length <= LongestSearch ? asked : asked[..LongestSearch];
            return Answer.Page<LearningsPage>((nameof(LearningsPage.View), await reading.SearchAsync(asked, cancellation)));
        }).RequireAuthorization(Access.Member);
}
