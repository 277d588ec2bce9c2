using System.Net;
using System.Net.Sockets;

namespace PhotoFunctions.LocalHost.Processes;

/// <summary>Ports on 127.0.0.1.</summary>
internal static class LoopbackPorts
{
    // Below the range from which the system takes the ports of outgoing connections: one of those could take a port that was just found
    // free, before it is listened on.
    private const int First = 20000;
    private const int Count = 12000;

    private static int _last = Random.Shared.Next(Count);

    /// <summary>A port that nobody listens on; no two calls of one process get the same until all had their turn.</summary>
    public static int FindFree()
    {
        for (var tries = 0; tries < Count; tries++)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref _last) % Count);
            if (IsFree(port))
            {
                return port;
            }
        }

        throw new HostStartException($"Expected a free port on 127.0.0.1 from {First} to {First + Count - 1} but all are taken.");
    }

    /// <summary>Asked before anything is started, so that the message can name the option that moves the port.</summary>
    public static void RequireFree(int port, string use, string option)
    {
        if (!IsFree(port))
        {
            throw new HostStartException(
                $"Port {port}, wanted for {use}, is taken by another program. Stop it, or choose another port with {option} N.");
        }
    }

    public static async Task<bool> AnswersAsync(int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException exception) when (exception.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            return false;
        }
    }
}
