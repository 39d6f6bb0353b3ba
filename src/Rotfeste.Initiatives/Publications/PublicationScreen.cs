using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Initiatives.Publications;

/// <summary>Who would be asked by publishing, and why.</summary>
internal sealed class PublicationScreen(
    InitiativeDoor door, AskedReading asked, VersionWriting versions, AgreementQuestions questions, AgreementScreens screens)
{
    public async Task<PublicationView> ReadAsync(
        Initiative initiative, string find, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        var subject = InitiativeSubject.Of(initiative.Id);
        var standing = await questions.StandingAsync(subject, cancellation);
        var built = standing!.Version;
        var canPublish = BriefSections.Of(initiative.Brief).Any();
        var preview = canPublish
            ? await questions.PreviewAsync(subject, await versions.WriteAsync(initiative, built, cancellation), null, cancellation)
            : null;
        return new PublicationView(
            door.AddressOf(initiative), initiative.Title, built, await asked.ReadAsync(initiative, standing, "publication", new AskedTyped(Find: find), cancellation),
            preview is null ? null : await screens.NameAsync(preview, cancellation), canPublish, refusals);
    }
}
