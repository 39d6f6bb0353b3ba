namespace Rotfeste.Platform.Ui.Pieces;

/// <summary>What a control inside a field must carry to belong to its label, help and error.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name in the form.</param>
/// <param name="HelpId">The id of the help, or null.</param>
/// <param name="ErrorId">The id of the error, or null where there is none.</param>
public sealed record FieldControl(string Id, string Name, string? HelpId, string? ErrorId)
{
    /// <summary>aria-describedby and aria-invalid, to be spread on the control.</summary>
    public IReadOnlyDictionary<string, object> Aria
    {
        get
        {
            var aria = new Dictionary<string, object>();
            if (HelpId is not null || ErrorId is not null)
            {
                aria["aria-describedby"] = string.Join(' ', new[] { HelpId, ErrorId }.OfType<string>());
            }

            if (ErrorId is not null)
            {
                aria["aria-invalid"] = "true";
            }

            return aria;
        }
    }
}
