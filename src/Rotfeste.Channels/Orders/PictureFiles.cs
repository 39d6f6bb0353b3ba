using Rotfeste.Channels.Contracts;
using Rotfeste.Networks;
using Rotfeste.Platform.Blobs;

namespace Rotfeste.Channels.Orders;

/// <summary>A picture's file with what is said of it.</summary>
internal sealed record PictureFile(ItemPicture Picture, byte[] Content);

/// <summary>Uploads an order's pictures, one after the other. A file uploaded twice is seen once: only the request that names it shows it.</summary>
internal sealed class PictureFiles(IBlobs blobs)
{
    /// <summary>What came of each upload, in order; or the first failure, of which it is sure that nothing is to be seen.</summary>
    public async Task<Answer<List<T>>> UploadAsync<T>(Item item, Func<PictureFile, Task<Answer<T>>> upload, CancellationToken cancellation)
        where T : class
    {
        var done = new List<T>();
        foreach (var picture in item.PicturesInOrder())
        {
            if (await blobs.FindAsync(item.Organisation, picture.Hash, cancellation) is not { } content)
                return new Failure(FailureKind.Refused);
            var answer = await upload(new PictureFile(picture, content));
            if (!answer.IsOk)
                return answer.Failure with { MayHaveHappened = false };
            done.Add(answer.Value);
        }

        return done;
    }
}
