namespace Rotfeste.Listening.Contracts;

/// <summary>How far a file is read.</summary>
/// <param name="Bytes">Bytes read and stored.</param>
/// <param name="Size">Of the file.</param>
/// <param name="Lines">Lines.</param>
/// <param name="Received">Posts.</param>
/// <param name="Found">New mentions.</param>
/// <param name="Bad">Lines that are no posts.</param>
/// <param name="WrongLines">Numbers of the first of them, comma between.</param>
public sealed record ImportProgress(long Bytes, long Size, long Lines, long Received, long Found, long Bad, string WrongLines);
