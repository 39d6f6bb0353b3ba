using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Listings;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.SavedViews;

/// <summary>Keep a view of the inbox under a name, and let it go.</summary>
internal sealed class KeepView(AppDb db, CurrentCaller caller, IStringLocalizer<Texts> texts)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/inbox/views", (IFormCollection form, KeepView use, CancellationToken cancellation) =>
            use.KeepAsync(form, cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/inbox/views/{id:guid}/removal", (Guid id, KeepView use, CancellationToken cancellation) =>
            use.RemoveAsync(id, cancellation)).RequireAuthorization(Access.Member);
    }

    private async Task<IResult> KeepAsync(IFormCollection form, CancellationToken cancellation)
    {
        var me = caller.Required;
        var wish = InboxWish.Read(new QueryCollection(QueryHelpers.ParseQuery(form.Text("wish"))));
        var name = form.Text("name");
        if (name.Length == 0)
            name = wish.Words.Length > 0 ? wish.Words : texts[$"View.{wish.Stretch}"];
        name = Shortened.Of(name, SavedView.LongestName - 1);

        // The same name is the same view with other contents. One more than anybody finds again is not kept; the form is not there then.
        var own = (await db.Set<SavedView>().Where(v => v.Person == me.Person).ToListAsync(cancellation)).ToLookup(v => v.Name == name);
        if (own[false].Count() < SavedView.Most)
        {
            db.RemoveRange(own[true]);
            db.Add(SavedView.Of(me, name, wish));
            await db.SaveChangesAsync(cancellation);
        }

        return Answer.SeeOther(me.To($"inbox{wish.Query}"));
    }

    private async Task<IResult> RemoveAsync(Guid id, CancellationToken cancellation)
    {
        var me = caller.Required;
        if (await db.Set<SavedView>().FirstOrDefaultAsync(v => v.Id == id && v.Person == me.Person, cancellation) is not { } view)
            return Results.NotFound();

        db.Remove(view);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(me.To("inbox"));
    }
}
