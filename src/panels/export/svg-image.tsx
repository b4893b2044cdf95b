/** The same picture as SVG: the frame around what the map draws as lines and words. */
import { render } from 'preact';
import type { MapDrawing } from '../../state/map-port.ts';
import type { AboutMap } from '../paper/about-map.ts';
import { INK } from '../paper/draw.ts';
import { LegendSign } from '../paper/legend-sign.tsx';
import { type ImageWords, MUTED, textMeasure } from './image.ts';
import { EDGE, type ImageLayout, imageLayout } from './image-layout.ts';

/** @returns an SVG document, whose fonts are those of whoever opens it */
export function svgImage(drawing: MapDrawing, about: AboutMap, words: ImageWords): string {
  const layout = imageLayout(drawing, about, words, textMeasure());
  const host = document.createElement('div');
  render(<Framed {...{ drawing, about, words, layout }} />, host);
  const { firstElementChild: root } = host;
  const map = new DOMParser().parseFromString(drawing.markup, 'image/svg+xml').documentElement;
  map.setAttribute('y', String(layout.top));
  root?.querySelector('[data-map]')?.replaceWith(map);
  const text = root === null ? '' : new XMLSerializer().serializeToString(root);
  render(null, host);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`;
}

interface FramedProps {
  readonly drawing: MapDrawing;
  readonly about: AboutMap;
  readonly words: ImageWords;
  readonly layout: ImageLayout;
}

function Framed({ drawing, about, words, layout }: FramedProps) {
  const { width, height, top, lines, signs } = layout;
  const { bar, barLabel } = about;
  const fonts = getComputedStyle(document.documentElement).getPropertyValue('--font');
  const note = `${barLabel} · ${words.scaleNote}`;
  const [x, y] = [EDGE, top + drawing.height - 16];
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} font-family={fonts}>
      <title>{words.title}</title>
      <rect width={width} height={height} fill="#fff" />
      <g data-map="" />
      <rect
        x={x - 8}
        y={y - 26}
        width={Math.max(bar.px, 7 * note.length) + 16}
        height={34}
        fill="#fff"
        fill-opacity={0.85}
      />
      <text x={x} y={y - 10} font-size={12} font-weight={600}>
        {note}
      </text>
      <path d={`M${x} ${y - 5}V${y}H${x + bar.px}V${y - 5}`} fill="none" stroke={INK} stroke-width={2} />
      <g transform={`translate(${width - 40} ${top + 44})`}>
        <circle r={26} fill="#fff" fill-opacity={0.85} />
        <g transform={`rotate(${-drawing.bearing})`}>
          <path d="M0 -6L7 16L0 11L-7 16Z" />
          <text y={-10} font-size={13} font-weight={650} text-anchor="middle">
            {words.north}
          </text>
        </g>
      </g>
      {signs.map(({ item, x: left, y: upper }) => (
        <g key={item.key} transform={`translate(${left} ${upper})`}>
          <LegendSign sign={item.sign} />
        </g>
      ))}
      {lines.map(({ text, x: left, y: base, size, weight, muted }) => (
        <text
          key={`${left} ${base}`}
          x={left}
          y={base}
          font-size={size}
          font-weight={weight}
          fill={muted ? MUTED : INK}
        >
          {text}
        </text>
      ))}
    </svg>
  );
}
