using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Pitches;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Ui.Languages;

namespace Rotfeste.Initiatives.Papers;

/// <summary>Gives the pitch as a Word file, in the organisation's language and after its country's habit.</summary>
internal static class WritePaper
{
    private const string DanishZone = "Europe/Copenhagen";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/initiatives/{id:guid}/pitch.docx", HandleAsync).RequireAuthorization(Access.Member);

    private static async Task<IResult> HandleAsync(
        Guid id, InitiativeDoor door, PitchReading reading, PaperOutline outline, Organisations organisations, CurrentCaller caller,
        CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { } initiative)
            return Results.NotFound();

        var pitch = await reading.ReadAsync(initiative, cancellation);
        if (pitch.IsEmpty)
            return Results.NotFound();
        var us = await organisations.FindAsync(caller.Required.Organisation, cancellation);
        var kind = us!.Language == "da" || us.Zone == DanishZone ? PaperKind.Indstilling : PaperKind.Saksframlegg;
        var file = Spoken.In(us.Language, () => PaperFile.Write(outline.Compose(pitch, kind)));
        return Results.File(file, PaperFile.MediaType, $"{Slug(initiative.Title)}.docx");
    }

    // A name that every disk and mail takes.
    private static string Slug(string title)
    {
        var words = new string([.. title.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "rotfeste" : string.Join('-', words.Take(8));
    }
}
