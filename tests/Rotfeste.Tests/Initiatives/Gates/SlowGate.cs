using System.Text.Json.Nodes;

namespace Rotfeste.Tests.Initiatives.Gates;

/// <summary>
/// "Ready?" read from the ledger's own text and nothing else, the slow and obvious way: each rule is one question to the
/// whole list. It shares no type and no rule with the product; days are ISO text, people are ids as text.
/// </summary>
internal sealed class SlowGate
{
    private readonly List<(string Kind, JsonNode Data)> ledger;
    private readonly List<(string Is, JsonNode What)> happened;
    private readonly string today;

    /// <param name="ledger">Kind and canonical JSON of the entries on one initiative and its agreement, oldest first.</param>
    /// <param name="today">The local day.</param>
    public SlowGate(IEnumerable<(string Kind, string Data)> ledger, string today)
    {
        this.ledger = [.. ledger.Select(l => (l.Kind, JsonNode.Parse(l.Data)!))];
        happened = [.. this.ledger.Where(l => l.Kind.StartsWith("agreement-", StringComparison.Ordinal))
            .Select(l => (l.Data["what"]!["$is"]!.GetValue<string>(), l.Data["what"]!))];
        this.today = today;
    }

    public bool MayPass => NextStage is not null && (IsReady || IsWaived);

    public bool IsWaived => Last("initiative-waiver-given") is { } given && string.CompareOrdinal(Text(given, "until"), today) >= 0;

    public bool IsReady => NextStage is not null && Versions.Count > 0 && NeedsNow().All(IsMet);

    public string Stage => Last("initiative-gate-passed") is { } passed
        ? Text(passed, "to")!
        : Text(Last("initiative-started")!, "kind") == "take-over" ? "running" : "before";

    public string? NextStage => Stage switch
    {
        "before" => Plan("pilotOn") is null ? "running" : "pilot",
        "pilot" => "running",
        "running" => HasReview ? "review" : Plan("endsOn") is null ? null : "ended",
        "review" => Plan("endsOn") is null ? "running" : "ended",
        _ => null,
    };

    /// <summary>Ids of those who are asked and have not left.</summary>
    public IEnumerable<string> Waited => AskedNow.Select(a => Text(a, "person")!).Where(p => !HasLeft(p));

    public IEnumerable<string> EverAsked => happened.Where(h => h.Is == "parties-set")
        .SelectMany(h => h.What["asked"]!.AsArray()).Select(a => Text(a!, "person")!).Distinct();

    private IReadOnlyList<JsonNode> AskedNow => [.. happened.Last(h => h.Is == "parties-set").What["asked"]!.AsArray().Select(a => a!)];

    private IReadOnlyList<JsonNode> Versions => [.. happened.Where(h => h.Is == "version-published").Select(h => h.What)];

    private bool HasReview => Last("initiative-gates-planned")?["stages"]?["hasReview"]?.GetValue<bool>() == true;

    /// <summary>All answers of a person, oldest first, that were given after the person was first asked.</summary>
    public IReadOnlyList<JsonNode> AnswersOf(string person) =>
        [.. happened.Where((h, i) => h.Is == "answered" && Text(h.What, "person") == person && WasAskedBefore(person, i)).Select(h => h.What)];

    /// <summary>"not-yet", "stale" or the gravest of what was said.</summary>
    public string WorthOf(string person, bool datesPass = true)
    {
        var at = happened.FindLastIndex(h => h.Is == "answered" && Text(h.What, "person") == person);
        if (at < 0 || !WasAskedBefore(person, at))
            return "not-yet";
        var answer = happened[at].What;
        if (TextHasChanged(person, answer) || SomethingHappenedSince(person, at) || (datesPass && DatePassed(answer)))
            return "stale";
        return SaidIn(answer);
    }

    public static string SaidIn(JsonNode answer)
    {
        var said = answer["parts"]!.AsArray().Select(p => Text(p!, "kind")).ToList();
        return new[] { "disagree", "need-to-know", "reservation" }.FirstOrDefault(said.Contains) ?? "agree";
    }

    /// <summary>Whether any version after the one that was answered says something else to this person.</summary>
    public bool TextHasChanged(string person, JsonNode answer)
    {
        var number = answer["version"]!.GetValue<int>();
        var read = Versions[number - 1];
        var holds = Words(AskedNow.FirstOrDefault(a => Text(a, "person") == person)?["holds"]);
        return Versions.Skip(number).Any(later =>
            Meaning(later, "objective") != Meaning(read, "objective")
            || Meaning(later, "audience") != Meaning(read, "audience")
            || (holds.Contains("money") && Number(later, "money") > Number(read, "money"))
            || (holds.Contains("hours") && Number(later, "hoursAWeek") > Number(read, "hoursAWeek"))
            || happened.Any(h => h.Is == "called-substantive" && h.What["version"]!.GetValue<int>() == later["number"]!.GetValue<int>()));
    }

    private IEnumerable<string> NeedsNow()
    {
        if (NextStage == "review")
            return [];
        var stage = (Stage, NextStage) is ("review", "running") ? "review" : NextStage!;
        return Last("initiative-gates-planned")?["needs"]?[stage] is JsonArray own ? own.Select(n => n!.GetValue<string>()) : Usual(stage);
    }

    private IEnumerable<string> Usual(string stage)
    {
        var kind = Text(Last("initiative-started")!, "kind");
        var asked = AskedNow.Count(a => !HasLeft(Text(a, "person")!) && Words(a["directions"]) is not ["none"]);
        if (stage is "pilot" or "review")
            return ["leader-is-in", "doers-are-heard"];
        if (stage != "running")
            return [];
        var needs = new List<string> { "leader-is-in", "doers-are-heard", "nothing-is-open" };
        if (asked > 5 || kind == "campaign")
            needs.Add("money-is-given");
        if (asked > 5)
            needs.Add("hours-are-given");
        if (asked > 15 || (asked > 5 && kind is "new-channel" or "customer-service"))
            needs.Add("it-fits");
        return needs;
    }

    private bool IsMet(string need)
    {
        if (need == "nothing-is-open")
            return !OpenThreads.Any();
        if ((need == "money-is-given" && Versions[^1]["frame"]!["money"] is null) || (need == "hours-are-given" && Versions[^1]["frame"]!["hoursAWeek"] is null))
            return true;
        var concerned = AskedNow.Where(a => !HasLeft(Text(a, "person")!) && Concerns(need, a)).Select(a => Text(a, "person")!).ToList();
        if (need != "doers-are-heard")
            return concerned.Count > 0 && concerned.All(p => WorthOf(p) == "agree" || (WorthOf(p) == "reservation" && !HasOpen(p)));

        var heard = concerned.Count(p => WorthOf(p) is not ("not-yet" or "stale"));
        return concerned.Count > 0 && !concerned.Exists(HasOpen) && (concerned.Count <= 12 ? heard == concerned.Count : heard * 3 >= concerned.Count * 2);
    }

    private bool Concerns(string need, JsonNode asked) => need switch
    {
        "leader-is-in" => Text(asked, "person") == Text(happened.Last(h => h.Is == "parties-set").What, "leader"),
        "money-is-given" => Words(asked["holds"]).Contains("money"),
        "hours-are-given" => Words(asked["holds"]).Contains("hours"),
        "it-fits" => Words(asked["directions"]).Contains("in"),
        _ => Words(asked["directions"]).Contains("sideways"),
    };

    private IEnumerable<JsonNode> OpenThreads => happened.Where(h => h.Is == "thread-raised").Select(h => h.What)
        .Where(raised => !happened.Any(h => h.Is == "thread-ended" && Text(h.What, "thread") == Text(raised, "thread")));

    private bool HasOpen(string person) => OpenThreads.Any(t => Text(t, "person") == person);

    private bool HasLeft(string person)
    {
        var moved = happened.FindLastIndex(h => h.Is is "departed" or "came-back" && Text(h.What, "person") == person);
        return moved >= 0 && happened[moved].Is == "departed" && WasAskedBefore(person, moved);
    }

    private bool WasAskedBefore(string person, int at) => happened.Take(at).Any(h => h.Is == "parties-set" && Find(h.What, person) is not null);

    // Left, was replaced as leader, lost what was held, or wants to think again.
    private bool SomethingHappenedSince(string person, int at)
    {
        var parties = happened.Take(at).Last(h => h.Is == "parties-set").What;
        foreach (var (what, data) in happened.Skip(at + 1))
        {
            if (what is "departed" or "reopened" && Text(data, "person") == person)
                return true;
            if (what != "parties-set")
                continue;
            if (Text(parties, "leader") == person && Text(data, "leader") != person)
                return true;
            if (Find(parties, person) is { } was && (Find(data, person) is not { } stays || Words(was["holds"]).Except([.. Words(stays["holds"]), "nothing"]).Any()))
                return true;
            parties = data;
        }

        return false;
    }

    // A date counts if the version that named it was still the present one when that day ended.
    private bool DatePassed(JsonNode answer)
    {
        var said = Text(answer, "on")!;
        for (var i = 0; i < Versions.Count; i++)
        {
            var replaced = i + 1 < Versions.Count ? Text(Versions[i + 1], "on") : null;
            foreach (var date in new[] { Text(Versions[i], "lookAgain"), Text(Versions[i]["frame"]!, "periodEnd") }.OfType<string>())
            {
                if (string.CompareOrdinal(date, said) >= 0 && string.CompareOrdinal(date, today) < 0
                    && (replaced is null || string.CompareOrdinal(date, replaced) < 0))
                    return true;
            }
        }

        return false;
    }

    private static JsonNode? Find(JsonNode parties, string person) => parties["asked"]!.AsArray().FirstOrDefault(a => Text(a!, "person") == person);

    private JsonNode? Last(string kind) => ledger.LastOrDefault(l => l.Kind == kind).Data;

    private string? Plan(string day) => Last("initiative-gates-planned")?["stages"]?[day]?.GetValue<string>();

    private static string Meaning(JsonNode version, string meaning) => string.Join('|', version["sections"]!.AsArray()
        .Where(s => Text(s!, "meaning") == meaning).Select(s => $"{Text(s!, "key")} {Text(s!, "hash")}").Order(StringComparer.Ordinal));

    private static decimal Number(JsonNode version, string name) => version["frame"]![name]?.GetValue<decimal>() ?? 0;

    private static string? Text(JsonNode node, string name) => node[name]?.GetValue<string>();

    private static string[] Words(JsonNode? flags) => flags?.GetValue<string>().Split(", ") ?? [];
}
