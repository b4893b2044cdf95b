/** What is drawn on the pages of a PDF as Chromium writes it, in millimetres of the paper from its upper left. */
import { inflateSync } from 'node:zlib';

type Matrix = readonly [number, number, number, number, number, number];

export interface PdfPage {
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
  /** Corners of the images that are drawn. */
  readonly images: readonly {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  }[];
  /** Ends of the straight strokes. */
  readonly strokes: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[];
}

const MM = 25.4 / 72;

/** `b` after `a`, as PDF writes them. */
const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[1] * b[2],
  a[0] * b[1] + a[1] * b[3],
  a[2] * b[0] + a[3] * b[2],
  a[2] * b[1] + a[3] * b[3],
  a[4] * b[0] + a[5] * b[2] + b[4],
  a[4] * b[1] + a[5] * b[3] + b[5],
];

export function pagesOf(pdf: Buffer): PdfPage[] {
  const text = pdf.toString('latin1');
  const objects = new Map<string, { readonly said: string; readonly at: number }>();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\s/g)) {
    const at = match.index + match[0].length;
    objects.set(match[1] ?? '', { said: text.slice(at, text.indexOf('endobj', at)), at });
  }
  const streamOf = (id: string): string => {
    const object = objects.get(id);
    const length = Number(/\/Length (\d+)/.exec(object?.said ?? '')?.[1]);
    if (object === undefined) return '';
    const start = text.indexOf('stream', object.at) + 'stream'.length;
    const from = text[start] === '\r' ? start + 2 : start + 1;
    return inflateSync(pdf.subarray(from, from + length)).toString('latin1');
  };
  return [...objects.values()].flatMap(({ said }) => {
    if (!/\/Type\s*\/Page\b/.test(said)) return [];
    const [width = 0, height = 0] = (/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(said)?.slice(1) ?? []).map(
      Number,
    );
    const content = [...(/\/Contents\s+(\d+)/.exec(said)?.slice(1) ?? [])].map(streamOf).join('\n');
    return [{ width: width * MM, height: height * MM, ...drawn(content, height) }];
  });
}

function drawn(content: string, pageHeight: number): Pick<PdfPage, 'images' | 'strokes'> {
  const images: PdfPage['images'][number][] = [];
  const strokes: PdfPage['strokes'][number][] = [];
  const kept: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  let path: [number, number][][] = [];
  let numbers: number[] = [];
  const place = (x: number, y: number): [number, number] => {
    const [a, b, c, d, e, f] = matrix;
    return [(a * x + c * y + e) * MM, (pageHeight - (b * x + d * y + f)) * MM];
  };
  for (const word of content.split(/\s+/)) {
    const number = Number(word);
    if (word !== '' && !Number.isNaN(number)) {
      numbers.push(number);
      continue;
    }
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers;
    numbers = [];
    if (word === 'q') kept.push(matrix);
    else if (word === 'Q') matrix = kept.pop() ?? matrix;
    else if (word === 'cm') matrix = times([a, b, c, d, e, f], matrix);
    else if (word === 'm') path.push([place(a, b)]);
    else if (word === 'l') path.at(-1)?.push(place(a, b));
    else if (word === 'Do') {
      const [[left, bottom], [right, top]] = [place(0, 0), place(1, 1)];
      images.push({ left, top, width: right - left, height: bottom - top });
    } else if (word === 'S') {
      for (const [[x1, y1] = [0, 0], ...rest] of path) {
        const [x2, y2] = rest.at(-1) ?? [x1, y1];
        strokes.push([x1, y1, x2, y2]);
      }
      path = [];
    } else if (/^(f\*?|B\*?|b\*?|n|s|W\*?)$/.test(word) && word !== 'W' && word !== 'W*') path = [];
  }
  return { images, strokes };
}
