using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Dialogue.Assignments;
using Rotfeste.Dialogue.Followings;
using Rotfeste.Dialogue.Notes;
using Rotfeste.Platform;

namespace Rotfeste.Dialogue;

/// <summary>What colleagues say to each other over a conversation.</summary>
internal static class DialogueTalk
{
    public static IServiceCollection AddTalk(this IServiceCollection services) => services
        .AddJob<EraseNoteJob, EraseNote>()
        .AddSingleton(WriteNote.Called)
        .AddSingleton(AssignConversation.Handed)
        .AddSingleton(Followers.Moved)
        .AddSingleton<KeptNotes>()
        .AddSingleton<KeptFollowings>()
        .AddScoped<NoteReading>()
        .AddScoped<WriteNote>()
        .AddScoped<RemoveNote>()
        .AddScoped<Followers>()
        .AddScoped<FollowConversation>();

    public static void Map(IEndpointRouteBuilder organisation)
    {
        WriteNote.Map(organisation);
        RemoveNote.Map(organisation);
        FollowConversation.Map(organisation);
    }

    public static void MapTables(ModelBuilder model)
    {
        Note.Map(model);
        Following.Map(model);
    }
}
