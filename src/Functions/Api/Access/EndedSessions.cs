using System.Collections.Concurrent;
using PhotoFunctions.Functions.Settings;

namespace PhotoFunctions.Functions.Api.Access;

/// <summary>
/// Sessions that somebody ended by signing out, until they would have ended by themselves. Known to this instance only: whoever copied a
/// cookie before may use it at another one until then, or until the key ends.
/// </summary>
internal sealed class EndedSessions([FromKeyedServices(Clocks.Real)] TimeProvider time)
{
    // Hundreds of people sign out a day.
    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<string, DateTimeOffset> _ended = new();

    public void Add(string number, DateTimeOffset until)
    {
        if (_ended.Count >= MostRemembered)
        {
            var now = time.GetUtcNow();
            foreach (var (old, _) in _ended.Where(ended => ended.Value <= now))
            {
                _ended.TryRemove(old, out _);
            }
        }

        _ended[number] = until;
    }

    public bool Contains(string number) => _ended.ContainsKey(number);
}
