using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Rotfeste.Initiatives.Papers;

/// <summary>How a paper looks: black on white, one typeface, headings that a reader's word processor lists.</summary>
internal static class PaperStyles
{
    public const int PointNumbers = 1;

    public static Styles For(string language) => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri", ComplexScript = "Calibri" },
                new FontSize { Val = "22" },
                new Languages { Val = language, EastAsia = language })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(Room(0, 120, 276)))),
        Of("Normal", "Normal", null, [], isDefault: true),
        Of("Organisation", "Organisation", [Room(0, 240)], [new Color { Val = "404040" }]),
        Of("Kind", "Kind", [Room(0, 60)], [new Caps(), new Spacing { Val = 20 }, new FontSize { Val = "20" }]),
        Of("Title", "Title", [Room(0, 240)], [new Bold(), new FontSize { Val = "36" }]),
        Of("Heading1", "heading 1", [new KeepNext(), new KeepLines(), Room(320, 100), new OutlineLevel { Val = 0 }], [new Bold(), new FontSize { Val = "28" }]),
        Of("Heading2", "heading 2", [new KeepNext(), new KeepLines(), Room(200, 40), new OutlineLevel { Val = 1 }], [new Bold(), new FontSize { Val = "23" }]),
        Of("Point", "List Number", [Room(0, 60)], []),
        Of("Head", "Table Head", [new KeepNext(), Room(40, 40, 240)], [new Bold(), new FontSize { Val = "20" }]),
        Of("Cell", "Table Cell", [Room(40, 40, 240)], [new FontSize { Val = "20" }]),
        Of("Gap", "Gap", [new KeepNext(), Room(0, 0, 240)], [new FontSize { Val = "8" }]),
        Of("Signature", "Signature", [new KeepNext(), new KeepLines(), new ParagraphBorders(new TopBorder { Val = BorderValues.Single, Size = 4, Space = 4 }), Room(300, 0), new Indentation { Right = "4500" }], []),
        Of("Footer", "footer", [Room(0, 0)], [new Color { Val = "404040" }, new FontSize { Val = "17" }]),
        Lines());

    /// <summary>1. 2. 3.</summary>
    public static Numbering Numbers() => new(
        new AbstractNum(
            new MultiLevelType { Val = MultiLevelValues.SingleLevel },
            new Level(
                new StartNumberingValue { Val = 1 },
                new NumberingFormat { Val = NumberFormatValues.Decimal },
                new LevelText { Val = "%1." },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = "425", Hanging = "425" })) { LevelIndex = 0 }) { AbstractNumberId = 0 },
        new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = PointNumbers });

    private static SpacingBetweenLines Room(int before, int after, int? line = null)
    {
        var room = new SpacingBetweenLines { Before = $"{before}", After = $"{after}" };
        if (line is { } height)
            (room.Line, room.LineRule) = ($"{height}", LineSpacingRuleValues.Auto);
        return room;
    }

    private static Style Of(string id, string name, OpenXmlElement[]? paragraph, OpenXmlElement[] run, bool isDefault = false)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, CustomStyle = !isDefault && char.IsUpper(name[0]) && name is not ("Title" or "List Number" or "Signature") };
        if (isDefault)
            style.Default = true;
        style.Append(new StyleName { Val = name });
        if (!isDefault)
            style.Append(new BasedOn { Val = "Normal" });
        style.Append(new PrimaryStyle());
        if (paragraph is { Length: > 0 })
            style.Append(new StyleParagraphProperties(paragraph));
        if (run.Length > 0)
            style.Append(new StyleRunProperties(run));
        return style;
    }

    // Thin lines round every cell.
    private static Style Lines() => new(
        new StyleName { Val = "Table Grid" },
        new StyleTableProperties(
            new TableBorders(
                new TopBorder { Val = BorderValues.Single, Size = 4 },
                new LeftBorder { Val = BorderValues.Single, Size = 4 },
                new BottomBorder { Val = BorderValues.Single, Size = 4 },
                new RightBorder { Val = BorderValues.Single, Size = 4 },
                new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
                new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }),
            new TableCellMarginDefault(
                new TableCellLeftMargin { Width = 100, Type = TableWidthValues.Dxa },
                new TableCellRightMargin { Width = 100, Type = TableWidthValues.Dxa })))
    {
        Type = StyleValues.Table, StyleId = "Grid",
    };
}
