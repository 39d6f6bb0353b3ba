using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Rotfeste.Networks.Text;

namespace Rotfeste.Tests.Networks.Text;

public sealed class FacetProperties
{
    private static readonly string[] Pieces =
    [
        "https://fjordvik.no/vei?a=1", "fjordvik.no", "@kari.fjordvik.no", "#vei", "#", "@", ".", ",", " ", "\n", "(", ")", "«", "»", "👩‍🚒", "🇳🇴", "e\u0301",
        "å", "\u200B", "\u200F", "\u202E", "עברית", "日本", "a", "1", "-", "_", "/", "://", "\uD83D", "\uDE00", "\u0000", "<script>", "post@fjordvik.no",
    ];

    private static readonly Arbitrary<string> Texts = Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary();

    private static readonly Arbitrary<string> AnyText = ArbMap.Default.ArbFor<string>().Filter(s => s is not null);

    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(3_000).WithQuietOnSuccess(true);

    [Fact]
    public void Every_facet_decodes_to_what_was_detected()
    {
        Prop.ForAll(Texts, DecodesToWhatWasFound).Check(Often);
        Prop.ForAll(AnyText, DecodesToWhatWasFound).Check(Often);
    }

    [Fact]
    public void Facets_are_sorted_within_the_text_and_never_overlap() =>
        Prop.ForAll(Texts, text =>
        {
            var at = 0;
            foreach (var facet in FacetFinder.Find(text))
            {
                if (facet.ByteStart < at || facet.ByteEnd <= facet.ByteStart) return false;
                at = facet.ByteEnd;
            }

            return at <= Encoding.UTF8.GetByteCount(text);
        }).Check(Often);

    [Fact]
    public void The_pieces_put_together_are_the_text() =>
        Prop.ForAll(Texts, text =>
        {
            var clean = PlainText.Clean(text);
            var pieces = TextPieces.Cut(clean, FacetFinder.Find(clean));
            return string.Concat(pieces.Select(p => p.Text)) == clean;
        }).Check(Often);

    [Fact]
    public void A_cleaned_text_is_valid_and_cleaning_it_again_changes_nothing() =>
        Prop.ForAll(Texts, text =>
        {
            var clean = PlainText.Clean(text);
            return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(clean)) == clean && PlainText.Clean(clean) == clean;
        }).Check(Often);

    private static bool DecodesToWhatWasFound(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return FacetFinder.Find(text).All(f =>
        {
            var shown = Encoding.UTF8.GetString(bytes.AsSpan(f.ByteStart..f.ByteEnd));
            return f.Kind switch
            {
                FacetKind.Tag => shown == "#" + f.Target || shown == "\uFF03" + f.Target,
                FacetKind.Mention => shown.ToLowerInvariant() == "@" + f.Target,
                _ when Ascii.IsValid(shown) => f.Target == shown || f.Target == "https://" + shown,
                _ => LinkTargets.LeadsTo(f.Target, shown),
            };
        });
    }
}
