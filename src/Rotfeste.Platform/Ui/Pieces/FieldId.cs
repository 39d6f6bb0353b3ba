namespace Rotfeste.Platform.Ui.Pieces;

/// <summary>The id of the control that a form field has on the page.</summary>
public static class FieldId
{
    /// <summary>"Person.Name" is "f-person-name".</summary>
    public static string Of(string field) => "f-" + field.Replace('.', '-').ToLowerInvariant();
}
