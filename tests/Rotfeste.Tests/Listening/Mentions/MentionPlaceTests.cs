using NodaTime;
using Rotfeste.Listening.Mentions;

namespace Rotfeste.Tests.Listening.Mentions;

public sealed class MentionPlaceTests
{
    [Fact]
    public void A_place_survives_being_written_in_an_address()
    {
        var place = new MentionPlace(Instant.FromUtc(2026, 11, 24, 6, 20), 3);
        MentionPlace.From(place.ToString()).ShouldBe(place);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("-5_1")]
    [InlineData("999999999999999999_0")]
    [InlineData("5_1_1")]
    [InlineData("x_y")]
    public void Anything_else_is_the_top_of_the_list(string? text) => MentionPlace.From(text).ShouldBeNull();
}
