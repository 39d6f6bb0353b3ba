using NodaTime;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Matching.Numbers;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;

namespace Rotfeste.Dialogue.Numbers;

/// <summary>Writes that something is no private number, in the caller's unit of work.</summary>
internal sealed class FalseAlarms(AppDb db, LedgerWriter ledger, Changes changes, CurrentCaller caller, IClock clock)
{
    public void Mark(Conversation conversation, string code, PrivateKind kind)
    {
        var me = caller.Required.Person;
        db.Add(FalseAlarm.Of(conversation, code, kind, me, clock.GetCurrentInstant()));
        ledger.Write(conversation.Organisation, "false-alarm-marked", me, new { conversation = conversation.Id.Value, kind = kind.ToString() });
        changes.Tell(conversation);
    }
}
