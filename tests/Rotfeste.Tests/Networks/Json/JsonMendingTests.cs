using System.Text;
using System.Text.Json;
using Rotfeste.Networks.Json;

namespace Rotfeste.Tests.Networks.Json;

public sealed class JsonMendingTests
{
    [Theory]
    [InlineData("""{"a":"\ud83d"}""", "\uFFFD")]
    [InlineData("""{"a":"\ude00x"}""", "\uFFFDx")]
    [InlineData("""{"a":"\ud83d\ude00"}""", "😀")]
    [InlineData("""{"a":"\ud83d\ud83d\ude00"}""", "\uFFFD😀")]
    [InlineData("""{"a":"\u0000"}""", " ")]
    [InlineData("""{"a":"\\ud83d"}""", "\\ud83d")]
    [InlineData("""{"a":"\\\ud83d"}""", "\\\uFFFD")]
    [InlineData("""{"a":"\u00e5"}""", "å")]
    public void A_string_can_be_read_whatever_its_escapes(string json, string expected)
    {
        using var mended = JsonDocument.Parse(JsonMending.Mend(Encoding.UTF8.GetBytes(json)));
        mended.RootElement.GetProperty("a").GetString().ShouldBe(expected);
    }

    [Fact]
    public void Bytes_that_are_no_utf8_become_the_replacement_character()
    {
        byte[] json = [.. "{\"a\":\""u8, 0xFF, 0xC3, .. "\"}"u8];
        using var mended = JsonDocument.Parse(JsonMending.Mend(json));
        mended.RootElement.GetProperty("a").GetString().ShouldBe("\uFFFD\uFFFD");
    }

    [Fact]
    public void Sound_json_is_not_copied()
    {
        ReadOnlyMemory<byte> json = Encoding.UTF8.GetBytes("""{"a":"å\ud83d\ude00"}""");
        JsonMending.Mend(json).Equals(json).ShouldBeTrue();
    }

    [Theory]
    [InlineData("\\")]
    [InlineData("\\u")]
    [InlineData("\\u12")]
    [InlineData("\"\\ud83d\\")]
    [InlineData("\"\\ud83d\\u")]
    public void Json_cut_off_in_an_escape_is_left_to_the_parser(string json) =>
        Should.NotThrow(() => JsonMending.Mend(Encoding.UTF8.GetBytes(json)));
}
