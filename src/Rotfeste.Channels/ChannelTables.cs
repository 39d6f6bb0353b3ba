using Microsoft.EntityFrameworkCore;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Bluesky;
using Rotfeste.Channels.Events;
using Rotfeste.Channels.Mastodon;
using Rotfeste.Channels.Orders;
using Rotfeste.Channels.Sessions;

namespace Rotfeste.Channels;

/// <summary>The room's tables.</summary>
internal static class ChannelTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Channel>(row =>
        {
            row.ToTable("channels_accounts");
            row.Property(c => c.Id).ValueGeneratedNever();
            row.HasIndex(c => new { c.Organisation, c.Network, c.Account }).IsUnique();
            row.Ignore(c => c.Key).Ignore(c => c.Health).Ignore(c => c.Limits);
        });
        model.Entity<ChannelUnit>(row =>
        {
            row.ToTable("channels_units");
            row.HasKey(u => new { u.Channel, u.Unit });
        });
        model.Entity<ChannelSession>(row =>
        {
            row.ToTable("channels_sessions");
            row.HasKey(s => s.Channel);
            row.Property(s => s.Channel).ValueGeneratedNever();
        });
        model.Entity<Item>(row =>
        {
            row.ToTable("channels_items");
            row.Property(i => i.Id).ValueGeneratedNever();
            row.Ignore(i => i.AnswersNobody);
            row.HasIndex(i => new { i.Channel, i.State });
        });
        IntakeMark.Map(model);
        NotificationMark.Map(model);
        model.Entity<RawEvent>(row =>
        {
            row.ToTable("channels_events");
            row.Property(e => e.Id).ValueGeneratedNever();
            row.HasIndex(e => new { e.Channel, e.Key }).IsUnique();
            row.HasIndex(e => new { e.Organisation, e.PostUri });
            row.HasIndex(e => new { e.Channel, e.CheckAt });
        });
    }
}
