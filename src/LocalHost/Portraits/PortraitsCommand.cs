using System.CommandLine;

namespace PhotoFunctions.LocalHost.Portraits;

/// <summary>`portraits`: writes sample portraits to a folder, for people and for the tests.</summary>
internal static class PortraitsCommand
{
    public static Command Create()
    {
        var outOption = new Option<DirectoryInfo>("--out") { Description = "The folder to write to; made when missing.", Required = true };
        var count = new Option<int>("--count") { Description = "How many people.", DefaultValueFactory = _ => 12 };
        var seed = new Option<ulong>("--seed")
        {
            Description = "The first person's seed; the others follow.",
            DefaultValueFactory = _ => 1,
        };
        var fault = new Option<string>("--fault")
        {
            HelpName = "NAME",
            Description = $"What is wrong with the picture: all, {string.Join(", ", FaultNames.All)}.",
            DefaultValueFactory = _ => FaultNames.Of(PortraitFault.None),
        };
        var width = new Option<int>("--width") { Description = "Pixels.", DefaultValueFactory = _ => SamplePortrait.DefaultWidth };
        var height = new Option<int>("--height") { Description = "Pixels.", DefaultValueFactory = _ => SamplePortrait.DefaultHeight };
        var files = new Option<bool>("--files") { Description = "Write also one of every faulty file: renamed formats, truncated, bombs." };
        fault.AcceptOnlyFromAmong(["all", .. FaultNames.All]);
        count.Validators.Add(result => InRange(result, count, 0, 100_000));
        width.Validators.Add(result => InRange(result, width, 30, 10_000));
        height.Validators.Add(result => InRange(result, height, 40, 10_000));

        var command = new Command("portraits", "Draw sample portraits of invented people, as {seed}-{fault}.jpg.") { outOption, count, seed, fault, width, height, files };
        command.SetAction(async (result, cancellationToken) =>
        {
            var folder = result.GetRequiredValue(outOption).FullName;
            Directory.CreateDirectory(folder);
            var faults = result.GetRequiredValue(fault) == "all" ? Enum.GetValues<PortraitFault>() : [FaultNames.Parse(result.GetRequiredValue(fault))];
            var pictures = Enumerable.Range(0, result.GetValue(count))
                .SelectMany(index => faults.Select(each => (Seed: result.GetValue(seed) + (ulong)index, Fault: each)));
            var (across, down) = (result.GetValue(width), result.GetValue(height));
            await Parallel.ForEachAsync(pictures, Limits(cancellationToken), async (picture, token) =>
                await File.WriteAllBytesAsync(
                    Path.Combine(folder, $"{picture.Seed}-{FaultNames.Of(picture.Fault)}.jpg"),
                    SamplePortrait.Draw(picture.Seed, picture.Fault, across, down),
                    token));

            if (result.GetValue(files))
            {
                await Parallel.ForEachAsync(FileFaults.All, Limits(cancellationToken), async (file, token) =>
                    await File.WriteAllBytesAsync(Path.Combine(folder, $"{file.Name}.jpg"), file.Create(result.GetValue(seed)), token));
            }

            return 0;
        });
        return command;
    }

    private static ParallelOptions Limits(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };

    private static void InRange(System.CommandLine.Parsing.OptionResult result, Option<int> option, int low, int high)
    {
        var value = result.GetValueOrDefault<int>();
        if (value < low || value > high)
        {
            result.AddError($"Expected {option.Name} from {low} to {high} but received {value}.");
        }
    }
}
