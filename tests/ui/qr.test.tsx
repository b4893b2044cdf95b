/** What a camera reads from a code is the text that it was made of. */
import { render } from '@testing-library/preact';
import decodeQR from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { Qr, qrCode } from '../../src/ui/qr.tsx';

/** Pixels a module of the picture that the decoder sees. */
const SCALE = 4;

/** Paints the path's rectangles as a camera would see them. */
function pictureOf(side: number, path: string): { width: number; height: number; data: Uint8ClampedArray } {
  const width = side * SCALE;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let py = Number(y) * SCALE; py < (Number(y) + 1) * SCALE; py++) {
      const from = (py * width + Number(x) * SCALE) * 4;
      for (let at = from; at < from + Number(length) * SCALE * 4; at += 4) data.fill(0, at, at + 3);
    }
  }
  return { width, height: width, data };
}

const ADDRESS =
  'https://map.example.cn/foshan/#mode=invest&need=%E6%B0%A2%E8%83%BD%E9%98%80%E9%97%A8&shortlist=jihua-laboratory,sanlongwan';

describe('a QR code', () => {
  it('is read back as the text, Chinese and long addresses too', () => {
    for (const text of ['A', ADDRESS, '佛山“2+2+4”地图', `${ADDRESS}&weights=${'a:1,'.repeat(150)}`]) {
      const code = qrCode(text);
      expect(
        code === null ? null : decodeQR(pictureOf(code.side, code.path), { timeLimit: Number.POSITIVE_INFINITY }),
      ).toBe(text);
    }
  });

  it('has four white modules on every side', () => {
    const code = qrCode(ADDRESS);
    const runs = [...(code?.path ?? '').matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, n]) => [
      Number(x),
      Number(y),
      Number(n),
    ]);
    expect(Math.min(...runs.map(([x = 0]) => x))).toBe(4);
    expect(Math.min(...runs.map(([, y = 0]) => y))).toBe(4);
    expect(Math.max(...runs.map(([x = 0, , n = 0]) => x + n))).toBe((code?.side ?? 0) - 4);
  });

  it('is none for no text and for one that no code holds', () => {
    expect(qrCode('')).toBeNull();
    expect(qrCode('汉'.repeat(900))).toBeNull();
    expect(render(<Qr text="" label="x" size={100} />).container.querySelector('svg')).toBeNull();
  });

  it('says what it leads to', () => {
    const { getByRole } = render(<Qr text={ADDRESS} label="This view" size="30mm" />);
    expect(getByRole('img', { name: 'This view' }).getAttribute('width')).toBe('30mm');
  });
});
