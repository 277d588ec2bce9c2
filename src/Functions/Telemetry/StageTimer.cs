using PhotoFunctions.Functions.Settings;

namespace PhotoFunctions.Functions.Telemetry;

/// <summary>Measures the stages of a photo where they leave Domain: at the ports. Domain itself knows nothing of it.</summary>
internal sealed class StageTimer(AppMeter meter, [FromKeyedServices(Clocks.Real)] TimeProvider time)
{
    /// <summary>The real time.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    public Stage Begin(string name) => new(name, meter, time);

    public async Task<T> RunAsync<T>(string name, Func<Task<T>> work)
    {
        var stage = Begin(name);
        try
        {
            return await work();
        }
        catch (Exception ex)
        {
            stage.Failed = ex;
            throw;
        }
        finally
        {
            stage.End();
        }
    }

    public T Run<T>(string name, Func<T> work)
    {
        var stage = Begin(name);
        try
        {
            return work();
        }
        catch (Exception ex)
        {
            stage.Failed = ex;
            throw;
        }
        finally
        {
            stage.End();
        }
    }

    public Task RunAsync(string name, Func<Task> work) => RunAsync(name, async () =>
    {
        await work();
        return true;
    });
}
