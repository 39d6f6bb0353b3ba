using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Rotfeste.Initiatives.Contracts;
using Rotfeste.Initiatives.Ideas;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Initiatives.Starts;

/// <summary>The form with which an initiative begins.</summary>
internal sealed class StartScreen(AppDb db, CurrentCaller caller, Colleagues colleagues)
{
    public async Task<IResult> ShowAsync(string? idea, string? kind, CancellationToken cancellation)
    {
        var from = await IdeaAsync(idea ?? "", cancellation);
        var input = new StartInput(from?.Id.ToString() ?? "", from?.Title ?? "", KindOf(kind), caller.Required.Person.ToString(), "");
        return Answer.Page<StartPage>((nameof(StartPage.View), ViewOf(input, await PeopleAsync(cancellation), [])));
    }

    public Task<IReadOnlyList<Colleague>> PeopleAsync(CancellationToken cancellation) => colleagues.AllAsync(cancellation);

    public async Task<Idea?> IdeaAsync(string id, CancellationToken cancellation)
    {
        if (!Guid.TryParse(id, out var value))
            return null;
        var wanted = IdeaId.From(value);
        return await db.Set<Idea>().FirstOrDefaultAsync(i => i.Id == wanted, cancellation);
    }

    private static StartKind KindOf(string? named) =>
        Enum.TryParse<StartKind>(named, out var kind) && Enum.IsDefined(kind) ? kind : StartKind.Blank;

    /// <summary>Accountable is who leads, or who answers for the whole.</summary>
    public static bool MayLead(Colleague person) => (person.Roles & (Roles.Leader | Roles.Owner)) != Roles.None;

    public static StartView ViewOf(StartInput input, IReadOnlyList<Colleague> people, IReadOnlyList<Refusal> refusals) => new(
        input.Idea,
        input.Title,
        [.. Enum.GetNames<StartKind>()],
        input.Kind.ToString(),
        input.Owner,
        input.Leader,
        [.. people.Select(Choice)],
        [.. people.Where(MayLead).Select(Choice)],
        refusals);

    private static PersonChoiceView Choice(Colleague person) => new(person.Person.ToString(), person.Name, person.UnitName);
}
