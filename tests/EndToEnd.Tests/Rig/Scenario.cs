namespace PhotoFunctions.EndToEnd.Tests.Rig;

/// <summary>What lies in the inbox, and what was done about it, when a worker gets the delivery at which it will fail.</summary>
internal sealed record Scenario
{
    public static Scenario New { get; } = new()
    {
        Name = "new",
        PrepareAsync = async (student, _) =>
        {
            var version = await student.UploadAsync("a", RigContents.Good);
            return new Prepared(version, () => student.DeliverAsync(student.Lane.Alive, version));
        },
    };

    /// <summary>An earlier worker decided the version and died before it could take it out of the inbox.</summary>
    public static Scenario Duplicate { get; } = new()
    {
        Name = "duplicate",
        PrepareAsync = async (student, _) =>
        {
            var version = await student.UploadAsync("a", RigContents.Good);
            await using var earlier = student.Lane.CreateWorker();
            earlier.Storage.DieBefore("DELETE");
            Assert.False(await student.DeliverAsync(earlier, version));
            return new Prepared(version, () => student.DeliverAsync(student.Lane.Alive, version));
        },
    };

    /// <summary>
    /// An older version comes after a newer one: that was decided before, or, by another worker, at the instant of the fault.
    /// </summary>
    public static Scenario Stale { get; } = new()
    {
        Name = "stale",
        PrepareAsync = async (student, company) =>
        {
            var older = await student.UploadAsync("a", RigContents.Good);
            var newer = await student.UploadAsync("b", RigContents.AlsoGood);
            if (company == Company.Alone)
            {
                Assert.True(await student.DeliverAsync(student.Lane.Alive, newer));
            }

            return new Prepared(older, () => student.DeliverAsync(student.Lane.Alive, newer));
        },
    };

    /// <summary>The uploader writes over a version as soon as it was read; one that dies before gets another one all the same.</summary>
    public static Scenario Overwrite { get; } = new()
    {
        Name = "overwrite",
        PrepareAsync = async (student, company) =>
        {
            var first = await student.UploadAsync("a", RigContents.Good);
            RigVersion? second = null;
            return new Prepared(first, async () => await student.DeliverAsync(student.Lane.Alive, second ?? first))
            {
                OverwriteAsync = async () =>
                {
                    if (second is null)
                    {
                        // Two workers at once: the storage's order of two versions of one name is known across seconds only.
                        await (company == Company.AnotherWhileStalling ? RigStudent.NextSecondAsync(first) : Task.CompletedTask);
                        second = await student.UploadAsync("a", RigContents.AlsoGood);
                    }
                },
            };
        },
    };

    public static IReadOnlyList<Scenario> All { get; } = [New, Duplicate, Stale, Overwrite];

    public required string Name { get; init; }

    public required Func<RigStudent, Company, Task<Prepared>> PrepareAsync { get; init; }

    /// <summary>The delivery that meets the fault, and the one that another worker gets at that instant.</summary>
    /// <param name="First">What the failing worker is given.</param>
    /// <param name="Second">What the other worker does.</param>
    internal sealed record Prepared(RigVersion First, Func<Task<bool>> Second)
    {
        /// <summary>Runs when the first version was read; and again, to no effect, when the storm is over.</summary>
        public Func<Task> OverwriteAsync { get; init; } = FaultPoint.Nothing;
    }
}
