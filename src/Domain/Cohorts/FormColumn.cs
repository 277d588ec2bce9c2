namespace PhotoFunctions.Domain.Cohorts;

/// <summary>A column of a form for the photo unit.</summary>
/// <param name="Heading">The heading, 1 to 50 characters.</param>
/// <param name="Field">What stands below it.</param>
public sealed record FormColumn(string Heading, FormField Field);
