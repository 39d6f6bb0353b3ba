using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Dialogue.ByHand;

namespace Rotfeste.Dialogue;

/// <summary>Beyond the accounts that are connected: what is answered by hand, and by those who know.</summary>
internal static class DialogueReach
{
    public static IServiceCollection AddReach(this IServiceCollection services) => services
        .AddScoped<CarryIn>()
        .AddScoped<AddWords>()
        .AddScoped<AnswerByHand>();

    public static void Map(IEndpointRouteBuilder organisation)
    {
        CarryIn.Map(organisation);
        AddWords.Map(organisation);
        AnswerByHand.Map(organisation);
    }
}
