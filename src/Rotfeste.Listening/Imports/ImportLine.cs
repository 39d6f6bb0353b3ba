namespace Rotfeste.Listening.Imports;

/// <summary>A line of a file, or a row of a table that spans several.</summary>
/// <param name="Text">Its characters without the line end; null where it is longer than any post.</param>
/// <param name="Line">Its number, from 1.</param>
/// <param name="End">Where the next one begins, in bytes from the file's start.</param>
/// <param name="LinesRead">Lines up to its end.</param>
internal readonly record struct ImportLine(string? Text, long Line, long End, long LinesRead);
