// A picture is made smaller before it leaves the machine: quicker to send, within what networks take, and without what the camera
// wrote beside it. The server strips it again, for not every browser gets here.

const longestSide = 2048;
const largest = 1_900_000;

const blob = (canvas, quality) => new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));

async function shrunk(file) {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
  const paint = canvas.getContext("2d");
  // What is seen through becomes white, as on paper.
  paint.fillStyle = "#fff";
  paint.fillRect(0, 0, canvas.width, canvas.height);
  paint.drawImage(picture, 0, 0, canvas.width, canvas.height);
  for (const quality of [0.9, 0.8, 0.65, 0.5]) {
    const made = await blob(canvas, quality);
    if (made && made.size <= largest) return new File([made], "picture.jpg", { type: "image/jpeg" });
  }
  return file;
}

export function startPictures() {
  document.addEventListener("change", async (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || !("shrinks" in input.dataset) || !input.files?.length) return;
    const button = input.form?.querySelector("[type=submit]");
    button?.setAttribute("disabled", "");
    try {
      const files = new DataTransfer();
      files.items.add(await shrunk(input.files[0]));
      input.files = files.files;
    } catch {
      // No picture that the browser knows: the server says so in words.
    } finally {
      button?.removeAttribute("disabled");
    }
  });
}
