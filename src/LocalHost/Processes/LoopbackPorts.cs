using System.Net;
using System.Net.Sockets;

namespace PhotoFunctions.LocalHost.Processes;

/// <summary>Ports on 127.0.0.1.</summary>
internal static class LoopbackPorts
{
    public static int FindFree()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Asked before anything is started, so that the message can name the option that moves the port.</summary>
    public static void RequireFree(int port, string use, string option)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
        }
        catch (SocketException exception) when (exception.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
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
}
