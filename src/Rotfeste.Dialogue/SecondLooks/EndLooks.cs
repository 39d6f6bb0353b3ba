using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.SecondLooks;

/// <summary>It is answered: nobody is asked to look any longer. In the caller's unit of work.</summary>
internal sealed class EndLooks(AppDb db, Notify notify, IClock clock)
{
    public async Task WasAnsweredAsync(ConversationId conversation, CancellationToken cancellation)
    {
        var open = await db.Set<SecondLook>().Where(l => l.Conversation == conversation && l.State == LookState.Open).ToListAsync(cancellation);
        foreach (var look in open.Where(l => l.End(LookState.NoNeed, clock.GetCurrentInstant())))
            await notify.TakeBackAsync(AskForLook.KeyOf(look.Id), cancellation);
    }
}
