/** Why a file, a pasted text or a link is no tour, in words. */

import type { ListFault } from '../../../data/load-tours.ts';
import type { RowFault } from '../../../domain/tour-csv.ts';
import type { I18n } from '../../../i18n/index.ts';

/** What can also go wrong before there is a text to read. */
export type OpenFault =
  | ListFault
  | { readonly kind: 'too-big'; readonly bytes: number }
  | { readonly kind: 'cut' }
  /** A table without the columns of stops. */
  | { readonly kind: 'no-columns' }
  | ({ readonly kind: 'row' } & RowFault);

/** Bytes: the longest tour that the schema allows is far smaller. */
export const MOST_FILE_BYTES = 8_000_000;

export function faultWords({ t }: I18n, fault: OpenFault): string {
  switch (fault.kind) {
    case 'not-json':
    case 'not-a-tour':
    case 'cut':
    case 'no-id':
    case 'taken':
    case 'no-file':
    case 'no-columns':
      return t(`fault.${fault.kind}`);
    case 'later':
      return t('fault.later', { schema: fault.schema });
    case 'too-big':
      return t('fault.too-big', { mb: Math.ceil(fault.bytes / 1e6), most: MOST_FILE_BYTES / 1e6 });
    case 'unreadable':
      return t('fault.unreadable', { reason: fault.reason });
    case 'row': {
      const { row, field, fault: of } = fault;
      const reason = of.kind === 'value' ? t(`reason.${of.reason}`, { limit: of.limit ?? '' }) : '';
      return t('faultRow', { row, field, reason });
    }
    case 'value': {
      const { stop, field, limit } = fault;
      const reason = t(`reason.${fault.reason}`, { limit: limit ?? '' });
      return stop === null ? t('faultTour', { field, reason }) : t('faultStop', { n: stop, field, reason });
    }
  }
}
