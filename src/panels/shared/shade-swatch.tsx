/** The signs of a shaded surface in a legend: a class by its colour, and what is not known by its hatch. */
import type { Theme } from '../../domain/colours.ts';
import { SHADE_UNKNOWN } from '../../domain/shade-ramp.ts';

export function ShadeSwatch({ fill }: { readonly fill: string | undefined }) {
  return (
    <svg width="22" height="14" aria-hidden="true">
      <rect width="22" height="14" fill={fill} />
    </svg>
  );
}

export function UnknownSwatch({ theme }: { readonly theme: Theme }) {
  const { ground, stroke } = SHADE_UNKNOWN[theme];
  return (
    <svg width="22" height="14" aria-hidden="true">
      <rect width="22" height="14" fill={ground} />
      <path d="M-2 14L12 0M6 14L20 0M14 14L28 0" stroke={stroke} stroke-width="1.1" />
    </svg>
  );
}
