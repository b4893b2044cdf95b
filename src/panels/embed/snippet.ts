/** What a page of others takes in to show the present view in a frame. Pure. */
import { type Address, formatAddress } from '../../state/address/address.ts';
import type { Embed } from '../../state/address/keys.ts';

export interface Framing {
  readonly kind: Embed;
  /** Id of the tour; of `tour` alone. */
  readonly tour: string | null;
  /** CSS pixels. */
  readonly height: number;
}

/** Of a frame, CSS pixels. */
export const HEIGHTS = { least: 240, usual: 480, most: 2000 } as const;

/**
 * The address of the frame, as query pairs: the view without what stands beside the map, and without what is on this
 * device alone.
 */
export function framedAddress(address: Address, { kind, tour }: Pick<Framing, 'kind' | 'tour'>): string {
  const isTour = kind === 'tour';
  return formatAddress({
    ...address,
    mode: address.mode === 'present' ? 'plan' : address.mode,
    ask: address.ask?.kind === 'own' ? null : address.ask,
    clause: null,
    sentence: null,
    view: null,
    cross: null,
    tour: isTour ? tour : null,
    packed: isTour && tour === null ? address.packed : null,
    stop: null,
    kiosk: false,
    display: null,
    embed: kind,
  });
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&"<>]/g, (mark) => ESCAPES[mark] ?? mark);

/**
 * @param page address of the product, without `#` and what stands behind it
 * @param title what screen readers call the frame
 */
export function snippet(page: string, address: Address, framing: Framing, title: string): string {
  const src = `${page}#${framedAddress(address, framing)}`;
  return [
    `<iframe src="${escaped(src)}"`,
    `  title="${escaped(title)}"`,
    `  width="100%" height="${framing.height}" loading="lazy" allowfullscreen`,
    '  sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe>',
  ].join('\n');
}
