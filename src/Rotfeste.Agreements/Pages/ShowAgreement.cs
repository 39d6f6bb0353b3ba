using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Records;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Ui.Languages;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Agreements.Pages;

/// <summary>Shows an agreement by itself: where forms come back to when something must be mended, and two versions side by side.</summary>
internal sealed class ShowAgreement(Reading reading, AgreementScreens screens, CurrentCaller caller)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/agreements/{id:guid}", (Guid id, ShowAgreement use, CancellationToken cancellation) =>
            use.ShowAsync(id, cancellation)).RequireAuthorization(Access.Member);
        routes.MapGet("/agreements/{id:guid}/versions/{from:int}/{to:int}", (Guid id, int from, int to, string? @return, ShowAgreement use, CancellationToken cancellation) =>
            use.CompareAsync(id, from, to, @return, cancellation)).RequireAuthorization(Access.Member);
    }

    public async Task<bool> MaySeeAsync(AgreementId id, CancellationToken cancellation) =>
        await reading.FindAsync(id, cancellation) is { } open && await screens.MaySeeAsync(open, cancellation);

    /// <summary>The page again, with what was typed and what must be mended; from here too it leads back to where it came from.</summary>
    public async Task<IResult> RefuseAsync(AgreementId id, IFormCollection form, IReadOnlyList<Refusal> refusals, CancellationToken cancellation) =>
        Answer.Refused<AgreementPage>((nameof(AgreementPage.View), await TypedAsync(id, form, refusals, cancellation)));

    /// <summary>The page once more with what was typed, where nothing is wrong.</summary>
    public async Task<IResult> ShowAgainAsync(AgreementId id, IFormCollection form, CancellationToken cancellation) =>
        Answer.Page<AgreementPage>((nameof(AgreementPage.View), await TypedAsync(id, form, [], cancellation)));

    private async Task<AgreementView?> TypedAsync(
        AgreementId id, IFormCollection form, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        var open = await reading.FindAsync(id, cancellation);
        var back = form.Text("return") is { Length: > 0 } asked ? LocalAddress.OrRoot(asked) : AddressOf(id);
        return await screens.ShowAsync(open!, back, form, refusals, cancellation);
    }

    private async Task<IResult> ShowAsync(Guid id, CancellationToken cancellation)
    {
        var agreement = new AgreementId(id);
        return await reading.FindAsync(agreement, cancellation) is { } open
            && await screens.ShowAsync(open, AddressOf(agreement), null, [], cancellation) is { } view
            ? Answer.Page<AgreementPage>((nameof(AgreementPage.View), view))
            : Results.NotFound();
    }

    private async Task<IResult> CompareAsync(Guid id, int from, int to, string? back, CancellationToken cancellation) =>
        await reading.FindAsync(new AgreementId(id), cancellation) is { } open
        && await screens.CompareAsync(open, from, to, cancellation) is { } view
            ? Answer.Page<ComparePage>(
                (nameof(ComparePage.View), view),
                (nameof(ComparePage.Return), string.IsNullOrEmpty(back) ? AddressOf(new AgreementId(id)) : LocalAddress.OrRoot(back)))
            : Results.NotFound();

    private string AddressOf(AgreementId id) => caller.Required.To($"agreements/{id}");
}
