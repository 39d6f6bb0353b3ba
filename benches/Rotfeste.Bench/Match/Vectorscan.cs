using System.Runtime.InteropServices;
using System.Text;

namespace Rotfeste.Bench.Match;

/// <summary>The literal scanner of Vectorscan (Debian libvectorscan-dev), as a yardstick: it only finds words, without fitting searches to posts.</summary>
internal sealed partial class Vectorscan : IDisposable
{
    private const string Library = "libhs.so.5";
    private const uint CaseBlind = 1;
    private const uint OnceEach = 8;
    private const uint Blocks = 1;

    private readonly IntPtr _database;
    private readonly IntPtr _scratch;
    private readonly OnFind _onFind;
    private long _finds;

    private Vectorscan(IntPtr database)
    {
        _database = database;
        _onFind = (_, _, _, _, _) =>
        {
            _finds++;
            return 0;
        };
        Check(Allocate(database, ref _scratch));
    }

    private delegate int OnFind(uint id, ulong from, ulong to, uint flags, IntPtr context);

    /// <summary>Null where the library is not installed.</summary>
    public static Vectorscan? Over(IReadOnlyList<string> words)
    {
        if (!NativeLibrary.TryLoad(Library, out _))
            return null;
        var texts = words.Select(w => Marshal.StringToCoTaskMemUTF8(w)).ToArray();
        var flags = Enumerable.Repeat(CaseBlind | OnceEach, words.Count).ToArray();
        var ids = Enumerable.Range(0, words.Count).Select(id => (uint)id).ToArray();
        var lengths = words.Select(w => (nuint)Encoding.UTF8.GetByteCount(w)).ToArray();
        var code = Compile(texts, flags, ids, lengths, (uint)words.Count, Blocks, IntPtr.Zero, out var database, out _);
        foreach (var text in texts)
            Marshal.FreeCoTaskMem(text);
        Check(code);
        return new(database);
    }

    public long Scan(ReadOnlySpan<byte> text)
    {
        _finds = 0;
        Check(Scan(_database, in MemoryMarshal.GetReference(text), (uint)text.Length, 0, _scratch, Marshal.GetFunctionPointerForDelegate(_onFind), IntPtr.Zero));
        return _finds;
    }

    public void Dispose()
    {
        FreeScratch(_scratch);
        FreeDatabase(_database);
    }

    private static void Check(int code)
    {
        if (code != 0)
            throw new InvalidOperationException($"Vectorscan answered {code}.");
    }

    [LibraryImport(Library, EntryPoint = "hs_compile_lit_multi")]
    private static partial int Compile(
        IntPtr[] expressions, uint[] flags, uint[] ids, nuint[] lengths, uint elements, uint mode, IntPtr platform, out IntPtr database, out IntPtr error);

    [LibraryImport(Library, EntryPoint = "hs_alloc_scratch")]
    private static partial int Allocate(IntPtr database, ref IntPtr scratch);

    [LibraryImport(Library, EntryPoint = "hs_scan")]
    private static partial int Scan(IntPtr database, in byte data, uint length, uint flags, IntPtr scratch, IntPtr onEvent, IntPtr context);

    [LibraryImport(Library, EntryPoint = "hs_free_scratch")]
    private static partial int FreeScratch(IntPtr scratch);

    [LibraryImport(Library, EntryPoint = "hs_free_database")]
    private static partial int FreeDatabase(IntPtr database);
}
