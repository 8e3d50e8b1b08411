// Decodes a blurhash into the pixels of a small picture.
const letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~";

function number(text) {
  let value = 0;
  for (const letter of text) value = value * 83 + letters.indexOf(letter);
  return value;
}

const toLinear = (value) => {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};

const toByte = (value) => {
  const part = Math.max(0, Math.min(1, value));
  return Math.round((part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055) * 255);
};

const signedSquare = (value) => Math.sign(value) * value * value;

function factors(hash, count) {
  const most = (number(hash[1]) + 1) / 166;
  const average = number(hash.slice(2, 6));
  const found = [[toLinear(average >> 16), toLinear((average >> 8) & 255), toLinear(average & 255)]];
  for (let place = 1; place < count; place += 1) {
    const value = number(hash.slice(4 + place * 2, 6 + place * 2));
    const parts = [Math.floor(value / 361), Math.floor(value / 19) % 19, value % 19];
    found.push(parts.map((part) => signedSquare((part - 9) / 9) * most));
  }
  return found;
}

export function decode(hash, width, height) {
  const size = number(hash[0]);
  const across = (size % 9) + 1;
  const down = Math.floor(size / 9) + 1;
  const waves = factors(hash, across * down);
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const colour = [0, 0, 0];
      for (let j = 0; j < down; j += 1) {
        for (let i = 0; i < across; i += 1) {
          const basis = Math.cos((Math.PI * x * i) / width) * Math.cos((Math.PI * y * j) / height);
          const wave = waves[i + j * across];
          for (let part = 0; part < 3; part += 1) colour[part] += wave[part] * basis;
        }
      }
      pixels.set([toByte(colour[0]), toByte(colour[1]), toByte(colour[2]), 255], 4 * (x + y * width));
    }
  }
  return pixels;
}
