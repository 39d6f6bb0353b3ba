using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Contracts;
using Rotfeste.Platform.Data;

namespace Rotfeste.Initiatives.Carriers;

/// <summary>What channels are for, in memory: every open conversation asks.</summary>
internal sealed class KeptPurposes(RowVersions versions, IClock clock)
    : Kept<bool, IReadOnlyDictionary<ChannelId, ChannelPurpose>>(versions, clock, typeof(CarriedChannel), typeof(Initiative));
