using System.Diagnostics;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Papers;
using Rotfeste.Initiatives.Pitches;
using Rotfeste.Platform.Ui.Languages;
using Rotfeste.Tests.Hosting;
using Frame = Rotfeste.Agreements.Contracts.Frame;

namespace Rotfeste.Tests.Initiatives.Papers;

public sealed class PaperTests
{
    private const string Office = "/usr/bin/soffice";

    public static TheoryData<string, string> Languages => new() { { "nb", "Saksframlegg" }, { "nn", "Saksframlegg" }, { "da", "Indstilling" }, { "en", "Saksframlegg" } };

    [Theory]
    [InlineData("Saksframlegg")]
    [InlineData("Indstilling")]
    public void Every_section_of_a_page_stands_in_a_paper_exactly_once(string kind) =>
        PaperChapters.Of(Enum.Parse<PaperKind>(kind)).SelectMany(c => c.Sections).Order(StringComparer.Ordinal)
            .ShouldBe(BriefFields.All.Where(f => f.Kind is FieldKind.Words or FieldKind.Week).Select(f => f.Key).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task The_file_is_valid_with_headings_header_rows_and_its_language(string language, string kind)
    {
        var bytes = await WriteAsync(language, kind, Full());

        using var file = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        new OpenXmlValidator().Validate(file).Select(e => $"{e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
        var body = file.MainDocumentPart!.Document.Body!;
        body.Descendants<ParagraphStyleId>().Count(s => s.Val == "Heading1").ShouldBeGreaterThan(4);
        body.Descendants<ParagraphStyleId>().Count(s => s.Val == "Heading2").ShouldBeGreaterThan(8);
        body.Elements<Table>().Count().ShouldBe(3);
        body.Elements<Table>().ShouldAllBe(t => t.Elements<TableRow>().First().Descendants<TableHeader>().Any());
        file.MainDocumentPart.StyleDefinitionsPart!.Styles!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Languages>().First().Val!.Value.ShouldNotBeNull().ShouldStartWith(language);
        file.PackageProperties.Language.ShouldNotBeNull().ShouldStartWith(language);
        file.MainDocumentPart.VbaProjectPart.ShouldBeNull();
    }

    [Fact]
    public async Task A_Norwegian_paper_begins_with_the_decision_and_a_Danish_one_with_a_summary()
    {
        Headings(await WriteAsync("nb", "Saksframlegg", Full())).ShouldBe(
            ["Forslag til vedtak", "Bakgrunn", "Vurdering", "Økonomiske og administrative konsekvenser", "Hvem har sagt hva"]);
        Headings(await WriteAsync("da", "Indstilling", Full())).ShouldBe(
            ["Resumé", "Indstilling", "Sagsfremstilling", "Økonomi", "Risici", "Hvem har sagt hvad", "Videre forløb"]);
    }

    [Fact]
    public async Task What_is_not_filled_in_leaves_no_heading_and_no_table()
    {
        var bytes = await WriteAsync("nb", "Saksframlegg", Full() with { Why = [new("gain", "Færre må ringe.")], How = [], Frame = new Frame(), Answers = [] });

        Headings(bytes).ShouldBe(["Forslag til vedtak", "Bakgrunn"]);
        using var file = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        file.MainDocumentPart!.Document.Body!.Elements<Table>().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Words_that_no_file_may_hold_are_left_out_and_the_rest_stands()
    {
        var bytes = await WriteAsync("nb", "Saksframlegg", Full() with { Title = "Vann\u0001 & <vei> \ud83d\ude9c \ud800", Why = [new("gain", "a\u000bb\nlinje to\uffff")] });

        using var file = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        new OpenXmlValidator().Validate(file).ShouldBeEmpty();
        file.MainDocumentPart!.Document.Body!.InnerText.ShouldContain("Vann & <vei> \ud83d\ude9c");
        file.MainDocumentPart.Document.Body.InnerText.ShouldContain("ab");
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task The_file_is_fetched_from_the_pitch_and_speaks_the_organisations_language(Provider provider)
    {
        await using var world = await InitiativeWorld.MakeAsync(provider);
        using var kari = await world.SignInAsync(InitiativeWorld.Kari);
        var address = await world.PublishedAsync(kari);

        using var answer = await kari.Http.GetAsync($"{address}/pitch.docx");

        answer.Content.Headers.ContentType!.MediaType.ShouldBe(PaperFile.MediaType);
        answer.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("svar-der-folk-spør.docx");
        using var file = WordprocessingDocument.Open(await answer.Content.ReadAsStreamAsync(), isEditable: false);
        file.MainDocumentPart!.Document.Body!.InnerText.ShouldContain("Saksframlegg");
    }

    [Fact]
    public async Task LibreOffice_opens_the_file_and_makes_pages_of_it()
    {
        Assert.SkipUnless(File.Exists(Office), "LibreOffice (Debian package libreoffice-writer) is not installed here.");
        var folder = Directory.CreateTempSubdirectory("rotfeste-paper-");
        try
        {
            var paper = Path.Combine(folder.FullName, "paper.docx");
            await File.WriteAllBytesAsync(paper, await WriteAsync("nb", "Saksframlegg", Full()));
            using var office = Process.Start(new ProcessStartInfo(
                Office, ["--headless", $"-env:UserInstallation=file://{folder.FullName}/profile", "--convert-to", "pdf", "--outdir", folder.FullName, paper])
            {
                RedirectStandardOutput = true, RedirectStandardError = true,
            })!;
            await office.WaitForExitAsync();
            var pdf = await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "paper.pdf"));
            pdf[..4].ShouldBe("%PDF"u8.ToArray());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<string> Headings(byte[] bytes)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        return [.. file.MainDocumentPart!.Document.Body!.Elements<Paragraph>()
            .Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val == "Heading1").Select(p => p.InnerText)];
    }

    private static async Task<byte[]> WriteAsync(string language, string kind, PitchView pitch)
    {
        await using var texts = new ServiceCollection().AddLogging().AddLocalization().AddScoped<PaperOutline>().BuildServiceProvider();
        await using var scope = texts.CreateAsyncScope();
        return Spoken.In(language, () => PaperFile.Write(scope.ServiceProvider.GetRequiredService<PaperOutline>().Compose(pitch, Enum.Parse<PaperKind>(kind))));
    }

    private static PitchView Full() => new(
        "/fjordvik/initiatives/1", "Fjordvik kommune", "Svar der folk spør", "Kari Lunde", "Tor Egil Aas", false, 2, new LocalDate(2026, 11, 25),
        new LocalDate(2027, 5, 25), [.. PitchOutline.Why.Select(k => new PitchPartView(k, $"Om {k}.\nEn linje til."))],
        [.. PitchOutline.How.Select(k => new PitchPartView(k, $"Om {k}."))], new Frame(240_000, 22, new LocalDate(2027, 12, 31)),
        [new StandRowView("Tor Egil Aas", Worth.Agree, 2, new LocalDate(2026, 11, 24), null)], [], null, [], false);
}
