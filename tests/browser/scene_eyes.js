// Samples of receptors as the strip paints them, and how far apart they are for eyes that differ.
const linear = (byte) => {
  const part = byte / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};
const encoded = (part) => {
  const whole = Math.min(1, Math.max(0, part));
  return 255 * (whole <= 0.0031308 ? 12.92 * whole : 1.055 * whole ** (1 / 2.4) - 0.055);
};
// Machado, Oliveira and Fernandes 2009, at full severity; grey is luminance alone.
const grey = [0.2126, 0.7152, 0.0722];
const eyes = {
  protan: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deutan: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritan: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
  grey: [grey, grey, grey],
};
const seenBy = (pixels, matrix) => {
  const seen = [];
  for (let at = 0; at < pixels.length; at += 4) {
    const [r, g, b] = [0, 1, 2].map((channel) => linear(pixels[at + channel]));
    for (const row of matrix) seen.push(encoded(row[0] * r + row[1] * g + row[2] * b));
  }
  return seen;
};
const distance = (one, other) =>
  Math.sqrt(one.reduce((sum, value, at) => sum + (value - other[at]) ** 2, 0) / one.length);

// Keeps at most six receptors of each kind; kinds are named from left to right.
window.keepSamples = (canvas, kinds) => {
  window.samples ??= [];
  const picture = canvas.getContext('2d');
  const pitch = canvas.width / kinds.length;
  kinds.forEach((kind, at) => {
    if (window.samples.filter((sample) => sample.kind === kind).length >= 6) return;
    const middle = Math.round((at + 0.5) * pitch);
    const { data } = picture.getImageData(middle - 7, 0, 15, canvas.height);
    window.samples.push({ kind, pixels: [...data] });
  });
};
// For each kind of eye: the greatest distance within a kind, the least between kinds, and which.
window.compareSamples = () => Object.entries(eyes).map(([eye, matrix]) => {
  const seen = window.samples.map(({ kind, pixels }) => ({ kind, pixels: seenBy(pixels, matrix) }));
  let [within, between, which] = [0, Infinity, ''];
  seen.forEach((one, at) => seen.slice(at + 1).forEach((other) => {
    const apart = distance(one.pixels, other.pixels);
    if (one.kind === other.kind) within = Math.max(within, apart);
    else if (apart < between) [between, which] = [apart, `${one.kind} and ${other.kind}`];
  }));
  return { eye, within, between, which, kinds: new Set(seen.map(({ kind }) => kind)).size };
});
