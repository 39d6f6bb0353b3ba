using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Rotfeste.People.Persons;
using Rotfeste.Platform;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.SignIns;

/// <summary>Gathers the sign-in page.</summary>
internal sealed class SignInScreen(AppDb db, Settings settings)
{
    // Enough to see the product from three chairs; the other invented people are met inside.
    private const int MostDoors = 3;

    public async Task<IResult> ShowAsync(string back, CancellationToken cancellation) =>
        Answer.Page<SignInPage>((nameof(SignInPage.View), await ViewAsync("", back, [], cancellation)));

    public async Task<IResult> RefuseAsync(string email, string back, Refusal refusal, CancellationToken cancellation) =>
        Answer.Refused<SignInPage>((nameof(SignInPage.View), await ViewAsync(email, back, [refusal], cancellation)));

    private async Task<SignInView> ViewAsync(
        string email, string back, IReadOnlyList<Refusal> refusals, CancellationToken cancellation) =>
        new(email, back, settings.Smtp is not null, await DoorsAsync(cancellation), refusals);

    private async Task<IReadOnlyList<ExampleDoorView>> DoorsAsync(CancellationToken cancellation) => settings.IsExample
        ? await db.Set<Person>().OrderBy(p => p.CreatedAt).Take(MostDoors)
            .Select(p => new ExampleDoorView(p.Name, p.Email)).ToListAsync(cancellation)
        : [];
}
