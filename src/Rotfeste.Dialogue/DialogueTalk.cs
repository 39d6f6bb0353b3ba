using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Dialogue.Assignments;
using Rotfeste.Dialogue.BulkChanges;
using Rotfeste.Dialogue.Followings;
using Rotfeste.Dialogue.Notes;
using Rotfeste.Dialogue.Presences;
using Rotfeste.Platform;

namespace Rotfeste.Dialogue;

/// <summary>What colleagues say to each other over a conversation, and what they do to several.</summary>
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
        .AddScoped<FollowConversation>()
        .AddSingleton<PresentPeople>()
        .AddScoped<HereReading>()
        .AddScoped<TellPresence>()
        .AddSingleton(ChangeMany.Handed)
        .AddScoped<BulkReading>()
        .AddScoped<ChangeMany>()
        .AddScoped<UndoMany>()
        .AddScoped<ShowMany>();

    public static void Map(IEndpointRouteBuilder organisation)
    {
        WriteNote.Map(organisation);
        RemoveNote.Map(organisation);
        FollowConversation.Map(organisation);
        TellPresence.Map(organisation);
        ShowMany.Map(organisation);
    }

    public static void MapTables(ModelBuilder model)
    {
        Note.Map(model);
        Following.Map(model);
        BulkChange.Map(model);
    }
}
