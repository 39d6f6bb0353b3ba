using System.Collections.Concurrent;
using NodaTime;
using Rotfeste.Analysis.Likeness;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Listening.Likes;

/// <summary>What was said in each organisation's mentions of the last two days, so that the same again is known. Read anew after a start.</summary>
internal sealed class LikeMemory
{
    public static readonly Duration Window = Duration.FromHours(48);

    /// <summary>More than this in two days is not held against each other: each stands for itself.</summary>
    public const int Most = 50_000;

    private readonly ConcurrentDictionary<OrganisationId, LikeTexts> known = new();

    public bool Knows(OrganisationId organisation) => known.ContainsKey(organisation);

    /// <summary>What was stored before the start, oldest first, each with its group.</summary>
    public void Load(OrganisationId organisation, IEnumerable<(Guid Group, string Text, Instant At)> stored)
    {
        var texts = new LikeTexts();
        foreach (var (group, text, at) in stored)
            texts.Add(group, text, at);
        known.TryAdd(organisation, texts);
    }

    /// <summary>The group of those that say the same, or the own one.</summary>
    public Guid Add(OrganisationId organisation, Guid own, string text, Instant at)
    {
        if (!known.TryGetValue(organisation, out var texts))
            return own;
        lock (texts)
            return texts.Count < Most ? texts.Add(own, text, at) : own;
    }
}
