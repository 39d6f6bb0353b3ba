using NodaTime;
using Rotfeste.Analysis.Likeness;

namespace Rotfeste.Tests.Analysis.Likeness;

public sealed class LikeTextsTests
{
    private const string Text = "Kommunen stenger svømmehallen i hele vinterferien, og ingen har spurt oss som bruker den hver dag.";
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 25, 8, 0);

    [Theory]
    [InlineData("KOMMUNEN stenger svømmehallen i hele vinterferien – og ingen har spurt oss som bruker den hver dag!!!")]
    [InlineData("RT: Kommunen stenger svømmehallen i hele vinterferien, og ingen har spurt oss som bruker den hver dag. Del gjerne")]
    public void The_same_text_again_is_grouped_with_the_first(string again)
    {
        var texts = new LikeTexts();
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        texts.Add(first, Text, Start).ShouldBe(first);
        texts.Add(second, again, Start + Duration.FromHours(47)).ShouldBe(first);
    }

    [Fact]
    public void Another_text_begins_its_own_group()
    {
        var texts = new LikeTexts();
        texts.Add(Guid.NewGuid(), Text, Start);
        var other = Guid.NewGuid();
        texts.Add(other, "Biblioteket har lengre åpningstid i vinterferien, takk til alle som jobber der.", Start).ShouldBe(other);
        texts.Add(other, "", Start).ShouldBe(other);
        texts.Add(other, "😀 !!!", Start).ShouldBe(other);
        texts.Count.ShouldBe(2);
    }

    [Fact]
    public void After_48_hours_it_is_new_and_the_old_is_forgotten()
    {
        var texts = new LikeTexts();
        texts.Add(Guid.NewGuid(), Text, Start);
        var late = Guid.NewGuid();
        texts.Add(late, Text, Start + Duration.FromHours(48) + Duration.FromSeconds(1)).ShouldBe(late);
        texts.Count.ShouldBe(1);
    }

    [Fact]
    public void A_chain_of_repeats_stays_one_group_beyond_the_window()
    {
        var texts = new LikeTexts();
        var first = Guid.NewGuid();
        texts.Add(first, Text, Start);
        for (var hours = 40; hours < 400; hours += 40)
            texts.Add(Guid.NewGuid(), Text, Start + Duration.FromHours(hours)).ShouldBe(first);
    }

    // 1 - (1 - s^3)^8: what eight bands of three rows find.
    [Theory]
    [InlineData(0.55, 0.62, 0.86)]
    [InlineData(0.7, 0.93, 1)]
    [InlineData(0.85, 0.995, 1)]
    public void Near_texts_are_found_as_often_as_the_bands_promise(double likeness, double least, double most)
    {
        var random = new Random(5);
        var (found, tried) = (0, 0);
        while (tried < 400)
        {
            var words = Enumerable.Range(0, 40).Select(_ => Word(random)).ToArray();
            var changed = words.Select(w => random.NextDouble() < (1 - likeness) * 0.55 ? Word(random) : w).ToArray();
            var (one, other) = (string.Join(' ', words), string.Join(' ', changed));
            if (Math.Abs(Slow(one, other) - likeness) > 0.03)
                continue;
            tried++;
            var texts = new LikeTexts();
            var first = Guid.NewGuid();
            texts.Add(first, one, Start);
            found += texts.Add(Guid.NewGuid(), other, Start) == first ? 1 : 0;
        }

        (found / 400.0).ShouldBeInRange(least, most);
    }

    [Fact]
    public void Texts_less_alike_than_half_are_never_grouped_and_the_likeness_is_what_sets_give()
    {
        var random = new Random(6);
        for (var time = 0; time < 3_000; time++)
        {
            var words = Enumerable.Range(0, random.Next(1, 12)).Select(_ => Word(random)).ToArray();
            var (one, other) = (string.Join(' ', words), string.Join(", ", words.Select(w => random.Next(2) == 0 ? Word(random) : w)));
            LikeTexts.Likeness(one, other).ShouldBe(Slow(one, other), 1e-12);
            var texts = new LikeTexts();
            var first = Guid.NewGuid();
            texts.Add(first, one, Start);
            if (texts.Add(Guid.NewGuid(), other, Start) == first)
                Slow(one, other).ShouldBeGreaterThanOrEqualTo(LikeTexts.LeastLikeness);
        }
    }

    [Fact]
    public void Ten_thousand_copies_stay_cheap()
    {
        var texts = new LikeTexts();
        var first = Guid.NewGuid();
        texts.Add(first, Text, Start);
        for (var copy = 0; copy < 10_000; copy++)
            texts.Add(Guid.NewGuid(), Text, Start + Duration.FromSeconds(copy)).ShouldBe(first);
        texts.Add(Guid.NewGuid(), "Noe annet", Start + Duration.FromDays(3));
        texts.Count.ShouldBe(1);
    }

    private static string Word(Random random) => string.Concat(Enumerable.Range(0, random.Next(3, 9)).Select(_ => (char)('a' + random.Next(26))));

    private static double Slow(string one, string other)
    {
        static HashSet<string> Set(string text)
        {
            var clean = string.Join(' ', text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries));
            return clean.Length < 4 ? [clean] : [.. Enumerable.Range(0, clean.Length - 3).Select(i => clean.Substring(i, 4))];
        }

        var (a, b) = (Set(one), Set(other));
        return a.Intersect(b).Count() / (double)a.Union(b).Count();
    }
}
