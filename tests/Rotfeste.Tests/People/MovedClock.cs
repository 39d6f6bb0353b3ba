using NodaTime;

namespace Rotfeste.Tests.People;

/// <summary>A clock that goes on as the test says.</summary>
internal sealed class MovedClock : IClock
{
    private Duration ahead;

    public Instant GetCurrentInstant() => SystemClock.Instance.GetCurrentInstant() + ahead;

    public void Move(Duration by) => ahead += by;
}
