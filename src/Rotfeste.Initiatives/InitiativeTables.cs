using Microsoft.EntityFrameworkCore;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Carriers;
using Rotfeste.Initiatives.Choices;
using Rotfeste.Initiatives.Ideas;
using Rotfeste.Initiatives.Questions;
using Rotfeste.Initiatives.Tables;
using Rotfeste.Initiatives.Trials;
using Rotfeste.Initiatives.UrgentPosts;

namespace Rotfeste.Initiatives;

/// <summary>The room's tables.</summary>
internal static class InitiativeTables
{
    public static void Map(ModelBuilder model)
    {
        IdeaTable.Map(model);
        InitiativeTable.Map(model);
        CarriedChannel.Map(model);
        AnchoringChoice.Map(model);
        Trial.Map(model);
        LeaderQuestion.Map(model);
        TableNotice.Map(model);
        UrgentPost.Map(model);
    }
}
