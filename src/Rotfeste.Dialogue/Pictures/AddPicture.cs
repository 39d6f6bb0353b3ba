using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Turns;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Blobs;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Pictures;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Pictures;

/// <summary>Lays a picture beside the draft: described for those who do not see it, and without what the camera wrote.</summary>
internal sealed class AddPicture(
    AppDb db, ConversationDoor door, LaidPictures laid, IBlobs blobs, ConversationScreen screen, CurrentCaller caller, IClock clock, IStringLocalizer<Texts> texts)
{
    /// <summary>What all networks take.</summary>
    /// <summary>So many lie beside one draft.</summary>
    public const int MostPictures = 4;


    /// <summary>Bluesky's limit, the tightest. The browser makes larger ones smaller before they come here.</summary>
    private const int LargestFile = 2_000_000;

    public const int LongestAltText = 1_500;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(
            "/conversations/{id:guid}/pictures",
            async (Guid id, HttpRequest request, AddPicture use, CancellationToken cancellation) =>
                await use.HandleAsync(id, await request.ReadFormAsync(cancellation), cancellation))
        .RequireAuthorization(Access.Answer);

    private async Task<IResult> HandleAsync(Guid id, IFormCollection form, CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { } conversation)
            return Results.NotFound();

        var altText = form.Text("alt");
        var there = await laid.OfDraftAsync(conversation.Id, caller.Required.Person, cancellation);
        if (there.Count >= MostPictures)
            return await RefuseAsync(conversation, altText, "picture", texts["Refused.Many", MostPictures], cancellation);
        if (form.Files.GetFile("picture") is not { Length: > 0 } file)
            return await RefuseAsync(conversation, altText, "picture", texts["Refused.None"], cancellation);
        if (altText.Length is 0 or > LongestAltText)
            return await RefuseAsync(conversation, altText, "alt", texts["Refused.Alt", LongestAltText], cancellation);
        if (file.Length > LargestFile)
            return await RefuseAsync(conversation, altText, "picture", texts["Refused.Large"], cancellation);

        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancellation);
        if (StrippedPicture.Of(bytes.ToArray()) is not { } picture)
            return await RefuseAsync(conversation, altText, "picture", texts["Refused.Kind"], cancellation);

        var hash = await blobs.KeepAsync(conversation.Organisation, picture.Content, cancellation);
        var row = AnswerPicture.Of(conversation, caller.Required.Person, picture, hash, altText, clock.GetCurrentInstant());
        await blobs.NameAsync(conversation.Organisation, row.BlobName, hash, cancellation);
        db.Add(row);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(caller.Required.To($"inbox/{conversation.Id}"));
    }

    private Task<IResult> RefuseAsync(Conversation conversation, string altText, string field, string words, CancellationToken cancellation) =>
        screen.WriteAsync(
            conversation, StatusCodes.Status422UnprocessableEntity, null,
            view => view with { Pictures = view.Pictures with { AltText = altText, Refusals = [new Refusal(field, words)] } }, cancellation);
}
