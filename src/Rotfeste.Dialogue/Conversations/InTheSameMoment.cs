using Microsoft.EntityFrameworkCore;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Conversations;

/// <summary>Where somebody was a moment earlier, a change is made once more on what stands there now.</summary>
internal static class InTheSameMoment
{
    private const int MostTries = 5;

    /// <summary>Does what is to be done; it looks at everything afresh each time.</summary>
    public static async Task<TOutcome> OnWhatStandsAsync<TOutcome>(this AppDb db, Func<Task<TOutcome>> change)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await change();
            }
            catch (DbUpdateException) when (attempt < MostTries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
