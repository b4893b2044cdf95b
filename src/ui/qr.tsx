/** A text as a QR code: inline SVG, black on white in both themes, so that a camera reads it from screen and paper. */
import encodeQR from 'qr';

/** Modules of white around the code; the standard asks for four. */
const QUIET_ZONE = 4;
/** With error correction M the largest code holds this many bytes. */
const MOST_BYTES = 2331;

interface QrCode {
  /** Modules a side, quiet zone included. */
  readonly side: number;
  /** Path of the dark modules, one unit a module: a run of a row is one rectangle. */
  readonly path: string;
}

/** The code of a text, with error correction M; null where the text is empty or longer than any code holds. */
export function qrCode(text: string): QrCode | null {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes === 0 || bytes > MOST_BYTES) return null;
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET_ZONE });
  const rects = modules.flatMap((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`));
  return { side: modules.length, path: rects.join('') };
}

/** Runs of dark modules in a row: where each starts, and how long it is. */
function runsOf(row: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = runs.at(-1);
    if (!dark) return;
    if (last !== undefined && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
}

interface QrProps {
  readonly text: string;
  /** What the code leads to, for those who do not see it. */
  readonly label: string;
  /** Side, quiet zone included: CSS pixels, or a length with its unit (`30mm`). */
  readonly size: number | string;
}

/** Nothing is drawn for a text that no code holds: whoever shows a code shows the address in words too. */
export function Qr({ text, label, size }: QrProps) {
  const code = qrCode(text);
  if (code === null) return null;
  return (
    <svg
      class="qr"
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`0 0 ${code.side} ${code.side}`}
      shape-rendering="crispEdges"
    >
      <rect width={code.side} height={code.side} fill="#fff" />
      <path d={code.path} fill="#000" />
    </svg>
  );
}
