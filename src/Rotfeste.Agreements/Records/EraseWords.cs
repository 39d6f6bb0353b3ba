using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Agreements.Records;

/// <summary>Erases something one wrote oneself; that it was written, and its hash, stay.</summary>
internal sealed class EraseWords(AppDb db, AgreementDoor door, CurrentCaller caller)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/agreements/{id:guid}/words/{words:guid}/erasure", (Guid id, Guid words, EraseWords use, IFormCollection form, CancellationToken cancellation) =>
            use.HandleAsync(id, new WordsId(words), form, cancellation)).RequireAuthorization(Access.Member);

    private async Task<IResult> HandleAsync(Guid id, WordsId words, IFormCollection form, CancellationToken cancellation)
    {
        var agreement = new AgreementId(id);
        var row = await db.Set<WordsRow>().FirstOrDefaultAsync(w => w.Id == words && w.Agreement == agreement, cancellation);
        return await door.ChangeAsync(id, form, _ => Decide(row), cancellation);
    }

    private Decision Decide(WordsRow? row)
    {
        if (row?.By != caller.Required.Person)
            return Decision.Forbidden;
        if (row.Text is null)
            return Decision.Nothing;
        row.Erase();
        return Decision.Of(new WordsErased(new Said(row.Id, row.Hash)));
    }
}
