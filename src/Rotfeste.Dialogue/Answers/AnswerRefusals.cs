using Microsoft.Extensions.Localization;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Dialogue.Answers;

/// <summary>Refusals that need no measuring.</summary>
internal sealed class AnswerRefusals(IStringLocalizer<Texts> texts)
{
    /// <summary>The writer's own yes or no to the name is missing.</summary>
    public Refusal MustChooseName => new("signature", texts["Refused.ChooseName"]);

    /// <summary>All that could be answered is deleted.</summary>
    public Refusal NothingToAnswer => new("", texts["Refused.Gone"]);

    /// <summary>It went into another conversation and is answered there.</summary>
    public Refusal GoesOnElsewhere => new("", texts["Refused.Merged"]);

    /// <summary>It was to be put off until a time that is no longer ahead.</summary>
    public Refusal TimeHasPassed => new("", texts["Refused.TimePassed"]);

    /// <summary>It has gone, or is on its way.</summary>
    public string TooLate => texts["TooLate"];
}
