using Microsoft.Extensions.Localization;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Initiatives.Briefs;

/// <summary>The page as its writers see it.</summary>
internal sealed class BriefScreen(InitiativeDoor door, IStringLocalizer<Texts> texts)
{
    public Task<BriefView> ReadAsync(Initiative initiative, string? more, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var shown = BriefFields.All.Where(f => f.IsFirst || f.Key == more || f.Read(initiative.Brief).Length > 0).ToList();
        return Task.FromResult(new BriefView(
            door.AddressOf(initiative),
            initiative.Title,
            [.. shown.Select(f => new BriefFieldView(f.Key, f.Kind.ToString(), f.Read(initiative.Brief)))],
            [.. BriefFields.All.Except(shown).Select(f => f.Key)],
            initiative.KeptAt,
            0,
            refusals));
    }

    public IReadOnlyList<Refusal> Refuse(Brief brief) =>
        [.. FrameReading.Of(brief).Wrong.Select(key => new Refusal(key, texts[$"Refused.{key}"]))];
}
