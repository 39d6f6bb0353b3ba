namespace Rotfeste.Host.Opening;

/// <summary>The data folder, held by one server at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream held;

    private DataFolder(FileStream held) => this.held = held;

    /// <summary>Makes the folder where it is missing, and locks it.</summary>
    /// <exception cref="OpeningRefusedException">Not writable, or another server has it.</exception>
    public static DataFolder Hold(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            File.WriteAllText(Path.Combine(path, ".writable"), "");
            File.Delete(Path.Combine(path, ".writable"));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new OpeningRefusedException($"The data folder {path} cannot be written to. Choose another with --data, or change its owner.");
        }

        try
        {
            return new DataFolder(new FileStream(Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            throw new OpeningRefusedException($"Another Rotfeste is running on {path}. Stop it first, or choose another folder with --data.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => held.Dispose();
}
