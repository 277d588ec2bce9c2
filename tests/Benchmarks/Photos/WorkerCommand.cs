using System.CommandLine;

namespace PhotoFunctions.Benchmarks.Photos;

/// <summary>What this program does when it starts itself: a role in a process of its own, because memory and processor time are a process's.</summary>
internal static class WorkerCommand
{
    public const string Verb = "photos-worker";
    public const string Codec = "codec";
    public const string Refusal = "refusal";
    public const string Flight = "flight";

    public static Command Create()
    {
        var role = new Argument<string>("role");
        var values = new Argument<string[]>("values") { Arity = ArgumentArity.ZeroOrMore };
        role.AcceptOnlyFromAmong(Codec, Refusal, Flight);
        var command = new Command(Verb) { role, values };
        command.Hidden = true;
        command.SetAction((result, cancellationToken) => (result.GetRequiredValue(role), result.GetValue(values)) switch
        {
            (Refusal, [var sound, var file]) => RefusalWorker.RunAsync(sound, file, cancellationToken),
            (Flight, [var folder, var photos]) => FlightWorker.RunAsync(folder, photos, cancellationToken),
            _ => CodecWorker.RunAsync(cancellationToken),
        });
        return command;
    }
}
