/** A sign of the legend as a small drawing. */
import { Mark } from '../../ui/mark.tsx';
import { Swatch } from '../data/looks/swatch.tsx';
import type { LegendSign as Sign } from './legend.ts';

export function LegendSign({ sign }: { readonly sign: Sign }) {
  if (sign.form === 'mark') return <Mark {...sign.symbol} theme="light" size={16} />;
  if (sign.form === 'none') return null;
  if (sign.form === 'sizes') return <Sizes px={sign.px} colour={sign.colour} />;
  if (sign.form === 'area') return <Swatch colour={sign.colour} hatch={sign.hatch} opacity={sign.opacity} />;
  const { form, colour } = sign;
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {form === 'fill' && <rect x="0" y="3" width="16" height="10" fill={colour} />}
      {form === 'hatch' && <path d="M0 13L6 3M5 13L11 3M10 13L16 3" stroke={colour} stroke-width="1.2" />}
      {form === 'dot' && <circle cx="8" cy="8" r="3.2" fill={colour} />}
      {form === 'ring' && <circle cx="8" cy="8" r="3.2" fill="none" stroke={colour} stroke-width="1.8" />}
      {form === 'circle' && (
        <circle cx="8" cy="8" r="7" fill="none" stroke={colour} stroke-width="1.2" stroke-dasharray="3 2" />
      )}
      {(form === 'line' || form === 'dashes') && (
        <path d="M0 8H16" stroke={colour} stroke-width="2" stroke-dasharray={form === 'dashes' ? '4 2.5' : undefined} />
      )}
    </svg>
  );
}

/** Circles that stand on one line. */
function Sizes({ px, colour }: { readonly px: readonly number[]; readonly colour: string }) {
  const edge = Math.max(0, ...px) + 2;
  return (
    <svg width={edge} height={edge} viewBox={`0 0 ${edge} ${edge}`} aria-hidden="true" focusable="false">
      {px.map((size) => (
        <circle key={size} cx={edge / 2} cy={edge - 1 - size / 2} r={size / 2} fill="none" stroke={colour} />
      ))}
    </svg>
  );
}
