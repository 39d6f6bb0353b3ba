using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Library;

/// <summary>What is said of an answer in the library.</summary>
/// <param name="Topic">The word it stands under.</param>
/// <param name="Question">What people ask.</param>
/// <param name="Text">What we answer.</param>
/// <param name="Language">nb, nn, da or en.</param>
/// <param name="Sources">Where it is known from, one a line.</param>
/// <param name="Owner">Who sees to it that it holds.</param>
/// <param name="ReviewOn">When it is looked at again.</param>
internal sealed record LibraryWords(
    string Topic, string Question, string Text, string Language, string Sources, PersonId Owner, LocalDate ReviewOn);

/// <summary>An answer that lies ready, and that everybody may read once it is made public.</summary>
internal sealed class LibraryAnswer : IBelongToOrganisation, IVersioned
{
    public const int LongestTopic = 60;
    public const int LongestQuestion = 200;
    public const int LongestText = 4_000;
    public const int LongestSources = 2_000;

    private LibraryAnswer()
    {
    }

    public Guid Id { get; private init; }

    public OrganisationId Organisation { get; private init; }

    public string Topic { get; private set; } = "";

    public string Question { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string Language { get; private set; } = "";

    public string Sources { get; private set; } = "";

    public PersonId Owner { get; private set; }

    public LocalDate ReviewOn { get; private set; }

    /// <summary>The conversation it was first said in; the name of whoever asked there is never made public with it.</summary>
    public ConversationId? From { get; private init; }

    public Instant KeptAt { get; private set; }

    public PersonId KeptBy { get; private set; }

    /// <summary>The last part of its public address; kept when it is made public, and for good.</summary>
    public string? Slug { get; private set; }

    /// <summary>Everybody may read it since then; null while they may not.</summary>
    public Instant? PublicSince { get; private set; }

    /// <summary>How many answers it went into.</summary>
    public int Used { get; private set; }

    /// <summary>How many readers said that it helped.</summary>
    public int Helped { get; private set; }

    /// <summary>How many said that it did not.</summary>
    public int DidNotHelp { get; private set; }

    public long Version { get; set; }

    public static LibraryAnswer Of(OrganisationId organisation, ConversationId? from) =>
        new() { Id = Guid.CreateVersion7(), Organisation = organisation, From = from };

    public void Keep(LibraryWords words, PersonId by, Instant now)
    {
        (Topic, Question, Text, Language, Sources) = (words.Topic, words.Question, words.Text, words.Language, words.Sources);
        (Owner, ReviewOn) = (words.Owner, words.ReviewOn);
        (KeptBy, KeptAt) = (by, now);
    }

    /// <summary>Everybody may read it. An address that was given once stays.</summary>
    public void Publish(string slug, Instant now) => (Slug, PublicSince) = (Slug ?? slug, PublicSince ?? now);

    public void Withdraw() => PublicSince = null;

    public void WasUsed() => Used++;

    public void Count(bool helped)
    {
        if (helped)
            Helped++;
        else
            DidNotHelp++;
    }

    public static void Map(ModelBuilder model) => model.Entity<LibraryAnswer>(row =>
    {
        row.ToTable("dialogue_library");
        row.Property(a => a.Id).ValueGeneratedNever();
        row.HasIndex(a => new { a.Organisation, a.Slug }).IsUnique();
    });
}
