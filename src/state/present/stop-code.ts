/** What the code of a stop leads to: an address short enough for a camera to read from where the people are. Pure. */
import type { Lang } from '../../domain/format.ts';
import type { Camera } from '../../domain/position.ts';
import type { Tour } from '../../domain/tour-schema.ts';
import { formatAddress, parseAddress } from '../address/address.ts';
import { parseAsk, parseShade } from '../address/plan-address.ts';
import { packedTour } from './tour-link.ts';

/**
 * Bytes of an address at most. On the stage: a code of 49 modules, which reads from the seats. On paper: one of 97,
 * a third of a millimetre each on 35 mm, which reads from the hand.
 */
export const MOST_CODE_BYTES = { stage: 150, paper: 600 } as const;

export type StopCode =
  /** `view`: the tour is on this device alone, and packed into the address it would be too long. */
  { readonly leadsTo: 'tour' | 'view'; readonly address: string } | { readonly leadsTo: null; readonly bytes: number };

interface Coded {
  /** The page's address, without what is behind `#`. */
  readonly page: string;
  readonly lang: Lang | null;
  readonly tour: Tour;
  /** From 0. */
  readonly index: number;
  /** `tour=` finds it on every device: it is built in or listed. */
  readonly everywhere: boolean;
  /** Where the stop's view stands; null is the whole city. */
  readonly camera: Camera | null;
}

export function stopCode({ page, lang, tour, index, everywhere, camera }: Coded, most: number): StopCode {
  const plain = { ...parseAddress(''), lang };
  const at = { ...plain, mode: 'present', stop: index + 1 } as const;
  const stop = tour.stops[index];
  // Images alone are many times too long.
  if (everywhere || stop === undefined || tour.stops.every(({ image }) => image === null)) {
    const whole = everywhere ? { ...at, tour: tour.id } : { ...at, packed: packedTour(tour).packed };
    const address = `${page}#${formatAddress(whole)}`;
    if (bytesOf(address) <= most) return { leadsTo: 'tour', address };
    if (everywhere || stop === undefined) return { leadsTo: null, bytes: bytesOf(address) };
  }
  const { clusters, districts, kinds, selection, clause, radii, year } = stop.show;
  const [ask, shade] = [parseAsk(stop.show.ask), parseShade(stop.show.shade)];
  const selections = selection === null ? [] : [selection];
  const shown = { ...plain, map: camera, clusters, districts, kinds, selections, clause, radii, year, shade };
  // A question about rows of one's own means nothing to another device.
  const view = `${page}#${formatAddress({ ...shown, ask: ask?.kind === 'own' ? null : ask })}`;
  return bytesOf(view) <= most ? { leadsTo: 'view', address: view } : { leadsTo: null, bytes: bytesOf(view) };
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
