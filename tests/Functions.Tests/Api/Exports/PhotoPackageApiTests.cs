using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PhotoFunctions.Domain.Access;
using PhotoFunctions.Functions.Tests.Exports;

namespace PhotoFunctions.Functions.Tests.Api.Exports;

public sealed class PhotoPackageApiTests(EmulatorFixture emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Packs_the_photos_of_a_teaching_point_flat_in_the_order_of_the_student_numbers()
    {
        using var export = await ExportCase.CreateAsync(emulator, "EX1");
        await export.SeedAsync("TP1", [("S10", "张三", 1), ("S2", "李四", 2), ("S1", "王五", 3)]);
        await export.SeedAsync("TP2", [("S3", "赵六", 4)]);

        using var response = await export.ExportAsync("photos?teachingPoint=TP1");

        using var zip = await ReadAsync(response);
        Assert.Equal(
            [$"{ExportCase.IdOf(3)}.jpg", $"{ExportCase.IdOf(1)}.jpg", $"{ExportCase.IdOf(2)}.jpg", "manifest.csv"],
            zip.Entries.Select(entry => entry.FullName));
        Assert.Equal(ExportCase.PictureOf(3, 2000), Content(zip.Entries[0]));
        Assert.Equal((2000, 2000), (zip.Entries[0].Length, zip.Entries[0].CompressedLength));
        var manifest = Manifest(zip);
        Assert.Equal(["S1", "S10", "S2"], manifest.Skip(1).Select(row => row[1]));
        Assert.Equal(
            [
                "TP1", "S1", zip.Entries[0].FullName, Convert.ToHexStringLower(SHA256.HashData(Content(zip.Entries[0]))),
                "2000", "120", "160", "2023-04-20 10:00:00", "", "",
            ],
            manifest[1]);
    }

    [Fact]
    public async Task Packs_a_cohort_with_a_folder_for_each_teaching_point()
    {
        using var export = await ExportCase.CreateAsync(emulator, "EX2");
        await export.SeedAsync("TP2", [("S1", "张三", 1)]);
        await export.SeedAsync("TP1", [("S2", "李四", 2)]);

        using var response = await export.ExportAsync("photos");

        using var zip = await ReadAsync(response);
        Assert.Equal(
            [$"TP1/{ExportCase.IdOf(2)}.jpg", $"TP2/{ExportCase.IdOf(1)}.jpg", "manifest.csv"],
            zip.Entries.Select(entry => entry.FullName));
        var headers = response.Content.Headers;
        var disposition = headers.ContentDisposition;
        Assert.Equal(
            ("application/zip", "attachment", "EX2-photos.zip"),
            (headers.ContentType?.MediaType, disposition?.DispositionType, disposition?.FileName));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Names_what_storage_lacks_or_has_changed_and_packs_the_rest()
    {
        using var export = await ExportCase.CreateAsync(emulator, "EX3");
        (string, string, int)[] students = [("S1", "张三", 1), ("S2", "李四", 2), ("S3", "王五", 3)];
        await export.SeedAsync("TP1", students);
        await export.ReplacePictureAsync(students[0], null);
        await export.ReplacePictureAsync(students[1], [1, 2, 3]);

        using var response = await export.ExportAsync("photos?teachingPoint=TP1");

        using var zip = await ReadAsync(response);
        Assert.Equal([$"{ExportCase.IdOf(3)}.jpg", "manifest.csv"], zip.Entries.Select(entry => entry.FullName));
        Assert.Equal(["picture-missing", "picture-damaged", ""], Manifest(zip).Skip(1).Select(row => row[8]));
    }

    [Fact]
    public async Task Packs_only_photos_whose_person_a_teacher_confirmed_when_told_to()
    {
        using var export = await ExportCase.CreateAsync(emulator, "EX4");
        await export.SeedAsync("TP1", [("S1", "张三", 1)]);

        using var response = await export.ExportAsync("photos?teachingPoint=TP1&confirmedOnly=true");

        using var zip = await ReadAsync(response);
        Assert.Equal("person-unconfirmed", Manifest(zip)[1][8]);
        Assert.Single(zip.Entries);
    }

    [Fact]
    public async Task Tells_the_audit_trail_who_took_what_and_why()
    {
        using var export = await ExportCase.CreateAsync(emulator, "EX9");

        using var response = await export.ExportAsync("photos?teachingPoint=TP1&confirmedOnly=true");

        var entry = Assert.Single(await export.AuditAsync(AuditAction.PhotosExported));
        Assert.Equal(("settings", "王老师", ExportCase.Reason), (entry.Credential, entry.Person, entry.Reason));
        Assert.Equal(("TP1", "platform-120x160 confirmedOnly"), (entry.TeachingPoint?.Value, entry.Details));
    }

    [Theory]
    [InlineData("photos?teachingPoint=TP9", 404, "teaching-point-unknown")]
    [InlineData("photos?profile=none", 400, "request-invalid")]
    [InlineData("photos?confirmedOnly=maybe", 400, "request-invalid")]
    public async Task Refuses_what_it_cannot_pack(string export, int status, string code)
    {
        using var made = await ExportCase.CreateAsync(emulator, "EX5");

        using var response = await made.ExportAsync(export);

        Assert.Equal((status, code), ((int)response.StatusCode, await CodeAsync(response)));
    }

    [Fact]
    public async Task Asks_for_a_reason_of_at_most_200_characters()
    {
        using var export = await ExportCase.CreateAsync(emulator, "EX6");

        using var none = await export.ExportAsync("photos", new { by = "王老师" });
        using var longer = await export.ExportAsync("photos", new { by = "王老师", reason = new string('因', 201) });

        Assert.Equal((HttpStatusCode.BadRequest, "value-missing"), (none.StatusCode, await CodeAsync(none)));
        Assert.Equal((HttpStatusCode.BadRequest, "value-too-long"), (longer.StatusCode, await CodeAsync(longer)));
    }

    [Fact]
    public async Task Gives_full_id_numbers_to_no_teaching_point()
    {
        using var export = await ExportCase.CreateAsync(emulator, "EX7");
        using var teacher = await export.TeacherAsync("TP1");

        using var response = await export.ExportAsync("photos?teachingPoint=TP1", client: teacher);

        Assert.Equal((HttpStatusCode.Forbidden, "role-not-allowed"), (response.StatusCode, await CodeAsync(response)));
    }

    [Fact]
    public async Task Stops_reading_when_the_client_goes_away()
    {
        using var export = await ExportCase.CreateAsync(emulator, "EX8");
        await export.SeedAsync("TP1", Enumerable.Range(0, 400).Select(i => ($"S{i:000}", "张三", i)), bytes: 8000);
        export.App.Calls.Reset();

        var response = await export.ExportAsync("photos?teachingPoint=TP1");
        await using var stream = await response.Content.ReadAsStreamAsync(Token);
        await stream.ReadExactlyAsync(new byte[1000], Token);
        response.Dispose();

        // Whatever was under way comes to its end; then nothing more is read, far from the end of the list.
        var before = -1;
        while (before != export.App.Calls.Count)
        {
            before = export.App.Calls.Count;
            await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, Token);
        }

        Assert.InRange(before, 1, 200);
    }

    [Fact]
    public async Task Ends_in_a_file_that_nobody_takes_for_a_whole_one_when_storage_fails_on_the_way()
    {
        using var export = await ExportCase.CreateAsync(emulator, "EX10");
        await export.SeedAsync("TP1", Enumerable.Range(0, 100).Select(i => ($"S{i:000}", "张三", i)), bytes: 8000);
        export.App.Faults.DieAt(60, afterEffect: false);

        using var response = await export.ExportAsync("photos?teachingPoint=TP1");
        using var received = new MemoryStream();
        await Assert.ThrowsAnyAsync<Exception>(async () => await response.Content.CopyToAsync(received, Token));

        Assert.NotEqual(0, received.Length);
        Assert.Throws<InvalidDataException>(() => new ZipArchive(received, ZipArchiveMode.Read).Entries.Count);
    }

    [Fact]
    public async Task Gives_nothing_away_when_the_audit_trail_cannot_be_told()
    {
        using var export = await ExportCase.CreateAsync(emulator, "EX11");
        await export.SeedAsync("TP1", [("S1", "张三", 1)]);
        export.App.Faults.UnreachableTable = "Audit";

        using var response = await export.ExportAsync("photos?teachingPoint=TP1");

        Assert.True((int)response.StatusCode >= 500, $"{response.StatusCode}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    private static async Task<ZipArchive> ReadAsync(HttpResponseMessage response)
    {
        response.EnsureSuccessStatusCode();
        return new ZipArchive(new MemoryStream(await response.Content.ReadAsByteArrayAsync(Token)), ZipArchiveMode.Read);
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private static List<string[]> Manifest(ZipArchive zip) =>
        CsvReader.Read(Encoding.UTF8.GetString(Content(zip.Entries[^1])).TrimStart('\uFEFF'));

    private static async Task<string?> CodeAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("code").GetString();
}
