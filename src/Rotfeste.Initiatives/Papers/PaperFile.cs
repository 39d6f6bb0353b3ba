using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Rotfeste.Initiatives.Papers;

/// <summary>Writes a paper as a Word file: real headings, tables with header rows, the document's language, no macros.</summary>
internal static class PaperFile
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    // Two and a half centimetres, in twentieths of a point, on A4.
    private const int Margin = 1417;
    private const string FirstRowWithoutBands = "0620";
    private const int PageWidth = 11906;
    private const int PageHeight = 16838;
    private const int TextWidth = PageWidth - (2 * Margin);

    public static byte[] Write(Paper paper)
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = PaperStyles.For(paper.Language);
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = PaperStyles.Numbers();
            var foot = main.AddNewPart<FooterPart>();
            foot.Footer = Foot(paper);
            main.Document = new Document(new Body(
                [Styled("Organisation", paper.Organisation), Styled("Kind", paper.Kind), Styled("Title", paper.Title), .. paper.Blocks.SelectMany(Blocks), Page(main.GetIdOfPart(foot))]));
            file.PackageProperties.Title = Clean(paper.Title);
            file.PackageProperties.Creator = Clean(paper.Author);
            file.PackageProperties.Language = paper.Language;
        }

        return stream.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Blocks(PaperBlock block) => block switch
    {
        PaperHeading heading => [Styled($"Heading{heading.Level}", heading.Text)],
        PaperWords words => words.Text.Split("\n\n").Select(part => Styled("Normal", part)),
        PaperPoints points => points.Points.Select(Point),
        PaperTable table => [Styled("Gap", ""), Grid(table), Styled("Gap", "")],
        PaperSignature signature => [Styled("Signature", signature.Date), Styled("Gap", ""), Styled("Signature", signature.Name)],
        _ => throw new InvalidOperationException($"{block.GetType().Name} is no part of a paper."),
    };

    private static Paragraph Styled(string style, string text) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = style }), Said(text));

    private static Paragraph Point(string text) => new(
        new ParagraphProperties(
            new ParagraphStyleId { Val = "Point" },
            new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = PaperStyles.PointNumbers })),
        Said(text));

    private static Run Said(string text)
    {
        var run = new Run();
        foreach (var line in text.Split('\n'))
        {
            if (run.HasChildren)
                run.Append(new Break());
            run.Append(new Text(Clean(line)) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    // What people type may hold characters that no XML file may.
    private static string Clean(string text) => string.Concat(text.EnumerateRunes()
        .Where(r => r.Value > 0xFFFF || XmlConvert.IsXmlChar((char)r.Value)).Select(r => r.ToString()));

    private static Table Grid(PaperTable table)
    {
        var width = TextWidth / table.Heads.Count;
        return new Table(
            [
                new TableProperties(
                    new TableStyle { Val = "Grid" },
                    new TableWidth { Width = $"{TextWidth}", Type = TableWidthUnitValues.Dxa },
                    new TableLook { Val = FirstRowWithoutBands }),
                new TableGrid([.. table.Heads.Select(_ => new GridColumn { Width = $"{width}" })]),
                Row(table.Heads, width, isHead: true),
                .. table.Rows.Select(row => Row(row, width, isHead: false)),
            ]);
    }

    private static TableRow Row(IReadOnlyList<string> cells, int width, bool isHead)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (isHead)
            properties.Append(new TableHeader());
        return new TableRow(
            [
                properties,
                .. cells.Select(cell => new TableCell(
                    new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa }),
                    Styled(isHead ? "Head" : "Cell", cell))),
            ]);
    }

    private static Footer Foot(Paper paper) => new(new Paragraph(
        new ParagraphProperties(new ParagraphStyleId { Val = "Footer" }),
        Said($"{paper.Organisation} · {paper.Title} · {paper.Page} "),
        new SimpleField(Said("1")) { Instruction = "PAGE" }));

    private static SectionProperties Page(string foot) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = foot },
        new PageSize { Width = PageWidth, Height = PageHeight },
        new PageMargin { Top = Margin, Bottom = Margin, Left = Margin, Right = Margin, Header = 708, Footer = 708, Gutter = 0 });
}
