using Microsoft.EntityFrameworkCore;
using Rotfeste.Initiatives.Publications;
using Rotfeste.Initiatives.Starts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Initiatives.Choices;

/// <summary>What the organisation has decided, for screens.</summary>
internal sealed class ChoiceReading(AppDb db, CurrentCaller caller, Colleagues colleagues)
{
    public async Task<ChoicesView> ReadAsync(IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        var choice = await db.Set<AnchoringChoice>().AsNoTracking().FirstOrDefaultAsync(cancellation);
        var named = new[] { choice?.Responsible, choice?.DecidedBy }.OfType<PersonId>().ToHashSet();
        var people = await colleagues.FindAsync(named, cancellation);
        var responsible = choice?.Responsible is { } id ? people.GetValueOrDefault(id) : null;
        var isHere = responsible?.IsActive == true;
        return new ChoicesView(
            choice?.IsFirm == true,
            isHere ? responsible!.Name : null,
            isHere ? responsible!.Person.ToString() : "",
            responsible is not null && !isHere,
            choice?.DecidedAt,
            choice?.DecidedBy is { } by ? people.GetValueOrDefault(by)?.Name : null,
            [.. (await colleagues.AllAsync(cancellation)).Where(StartScreen.MayLead).Select(AskedReading.Choice)],
            caller.Required.May.Contains(Access.Owner),
            refusals);
    }
}
