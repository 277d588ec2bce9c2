using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using PhotoFunctions.Domain.Cohorts;
using PhotoFunctions.Domain.Reminders;
using PhotoFunctions.Functions.Settings;
using PhotoFunctions.Functions.Storage;
using ReminderMail = PhotoFunctions.Domain.Reminders.Mail;

namespace PhotoFunctions.Functions.Mail;

/// <summary>The local outbox: each mail is a file in the container <c>mail</c>, for people to look at. Nobody is sent anything.</summary>
internal sealed class OutboxMailSender(StorageAccount storage, MailSettings settings, TimeProvider time) : IMailSender
{
    public string Provider => "outbox";

    public async Task<MailOutcome> SendAsync(ReminderMail mail, string operationId, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        await MimeMessages.Of(mail, settings, operationId, time.GetUtcNow()).WriteToAsync(content, cancellationToken);
        content.Position = 0;
        try
        {
            var onlyNew = new BlobUploadOptions
            {
                Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                HttpHeaders = new BlobHttpHeaders { ContentType = "message/rfc822" },
            };
            await Blob(mail.Cohort, operationId).UploadAsync(content, onlyNew, cancellationToken);
            return new MailOutcome(MailResult.Sent);
        }
        catch (RequestFailedException ex) when (ex.Status == StatusCodes.Status409Conflict)
        {
            // The operation is ours alone: an attempt of this call whose answer was lost.
            return new MailOutcome(MailResult.Sent);
        }
        catch (RequestFailedException ex) when (ex.Status is >= 400 and < 500 and not StatusCodes.Status408RequestTimeout)
        {
            return new MailOutcome(MailResult.NotNow);
        }
        catch (Exception ex) when (IsOutage(ex))
        {
            return new MailOutcome(MailResult.Unknown);
        }
    }

    public async Task<MailOutcome> AskAsync(CohortCode cohort, string operationId, CancellationToken cancellationToken)
    {
        try
        {
            // What is not there may be on its way: that it never comes is not certain.
            return await Blob(cohort, operationId).ExistsAsync(cancellationToken)
                ? new MailOutcome(MailResult.Sent)
                : new MailOutcome(MailResult.Unknown);
        }
        catch (Exception ex) when (IsOutage(ex))
        {
            return new MailOutcome(MailResult.Running);
        }
    }

    // Attempts that all failed come as one exception about them.
    private static bool IsOutage(Exception exception) =>
        exception is RequestFailedException or AggregateException or OperationCanceledException;

    private BlobClient Blob(CohortCode cohort, string operationId) => storage.Mail.GetBlobClient($"{cohort}/{operationId}.eml");
}
