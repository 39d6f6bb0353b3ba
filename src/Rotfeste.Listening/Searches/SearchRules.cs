using Microsoft.Extensions.Localization;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Listening.Searches;

/// <summary>What is wrong with a search as typed.</summary>
internal static class SearchRules
{
    public static IReadOnlyList<Refusal> Check(SearchInput input, TrialView? trial, IStringLocalizer<Texts> texts)
    {
        var field = input.Query.Length > 0 ? "query" : "names";
        var refusals = new List<Refusal>();
        if (input.Name.Length == 0)
            refusals.Add(new("name", texts["NameMissing"]));
        if (input.Name.Length > Search.LongestName)
            refusals.Add(new("name", texts["NameTooLong", Search.LongestName]));
        if (trial is null)
            refusals.Add(new(field, texts["WordsMissing"]));
        else if (trial.Problem is { } problem)
            refusals.Add(new(field, problem.Reason));
        return refusals;
    }
}
