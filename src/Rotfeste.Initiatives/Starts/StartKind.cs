namespace Rotfeste.Initiatives.Starts;

/// <summary>The page an initiative begins from; each case has a few words to begin with.</summary>
internal enum StartKind
{
    Blank,
    TakeOver,
    NewChannel,
    Campaign,
    Blog,
    CustomerService,
    Recruiting,
}
