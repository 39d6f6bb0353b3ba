using Rotfeste.Agreements.Contracts;

namespace Rotfeste.Agreements.Versions;

/// <summary>Gathers a changed phrase: white space that stayed between two changes reads as part of both.</summary>
internal static class Gathered
{
    public static IEnumerable<PieceView> From(IEnumerable<PieceView> pieces)
    {
        var (removed, inserted, space) = ("", "", "");
        foreach (var piece in pieces.Where(p => p.Text.Length > 0))
        {
            if (piece.Kind == PieceKind.Same)
            {
                if (string.IsNullOrWhiteSpace(piece.Text) && removed.Length + inserted.Length > 0)
                {
                    space += piece.Text;
                    continue;
                }

                yield return new PieceView(PieceKind.Removed, removed);
                yield return new PieceView(PieceKind.Inserted, inserted);
                yield return new PieceView(PieceKind.Same, space + piece.Text);
                (removed, inserted, space) = ("", "", "");
                continue;
            }

            (removed, inserted, space) = (removed + space, inserted + space, "");
            if (piece.Kind == PieceKind.Removed)
                removed += piece.Text;
            else
                inserted += piece.Text;
        }

        yield return new PieceView(PieceKind.Removed, removed);
        yield return new PieceView(PieceKind.Inserted, inserted);
        yield return new PieceView(PieceKind.Same, space);
    }
}
