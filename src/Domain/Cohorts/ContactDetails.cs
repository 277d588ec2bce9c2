using PhotoFunctions.Domain.Results;

namespace PhotoFunctions.Domain.Cohorts;

/// <summary>How a teaching point or a photo unit is reached. Of an office, not of a student; still never logged.</summary>
public sealed record ContactDetails
{
    private const int LongestText = 50;
    private const int LongestAddress = 200;

    /// <summary>联系人, up to 50 characters; empty when unknown.</summary>
    public string Contact { get; init; } = "";

    /// <summary>Mail address, up to 254 characters; empty when unknown.</summary>
    public string Mail { get; init; } = "";

    /// <summary>Phone number as written, up to 50 characters; empty when unknown.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Postal address, where prints are sent, up to 200 characters; empty when unknown.</summary>
    public string Address { get; init; } = "";

    /// <summary>
    /// Builds them from what an administrator sent; what is missing is unknown. Failures: <c>value-too-long</c>, <c>control-character</c>,
    /// <c>mail-shape</c>.
    /// </summary>
    /// <param name="contact">The person.</param>
    /// <param name="mail">The mail address.</param>
    /// <param name="phone">The phone number.</param>
    /// <param name="address">The postal address.</param>
    /// <returns>The details, or the first failure.</returns>
    public static Result<ContactDetails> Create(string? contact, string? mail, string? phone, string? address)
    {
        var faults = TextRules.Faults("联系人", "contact", contact, LongestText)
            .Concat(TextRules.MailFaults(mail))
            .Concat(TextRules.Faults("电话", "phone number", phone, LongestText))
            .Concat(TextRules.Faults("通信地址", "postal address", address, LongestAddress));
        return faults.FirstOrDefault() is { } failure
            ? failure
            : new ContactDetails
            {
                Contact = contact?.Trim() ?? "",
                Mail = mail?.Trim() ?? "",
                Phone = phone?.Trim() ?? "",
                Address = address?.Trim() ?? "",
            };
    }

    /// <summary>Prints nobody.</summary>
    /// <returns>The type's name.</returns>
    public override string ToString() => nameof(ContactDetails);
}
