/** The table that parks fill in and send back: a row a candidate, columns whose names say their unit, and a page of how. */
import type { WorkbookSheet } from '../../data/export/workbook.ts';
import type { Site } from '../../domain/site.ts';
import type { I18n } from '../../i18n/index.ts';
import { districtNames } from '../shared/phrases.ts';

/** What the register cannot know. Numbers become criteria; words stand beside the candidate. */
const NUMBERS = ['price', 'land', 'rent', 'vacant', 'power', 'water'] as const;
const WORDS = ['contact', 'until', 'remarks'] as const;

/** Two sheets: the rows, blank but for what names them, and what to write where. */
export function offerTemplate(i18n: I18n, sites: readonly Site[]): WorkbookSheet[] {
  const { t } = i18n;
  const named = [t('offerId'), t('offerPark'), t('district')];
  const numbers = NUMBERS.map((key) => t(`offer.${key}`));
  const words = WORDS.map((key) => t(`offer.${key}`));
  const head = [...named, ...numbers, ...words];
  return [
    {
      name: t('offerSheet'),
      headed: true,
      columns: [
        ...named.map((_, at) => ({ width: at === 1 ? 40 : 24, text: true })),
        ...numbers.map((label) => ({ width: Math.max(14, label.length * 1.6) })),
        // As text: a spreadsheet makes no other date of what is typed.
        ...words.map(() => ({ width: 24, text: true })),
      ],
      rows: [head, ...sites.map((site) => [site.id, i18n.name(site), districtNames(i18n, site)])],
    },
    {
      name: t('offerGuide'),
      headed: false,
      columns: [{ width: 30 }, { width: 90 }],
      rows: [
        ...(['offerGuide1', 'offerGuide2', 'offerGuide3'] as const).map((key) => [t(key)]),
        [],
        ...[...NUMBERS, ...WORDS].map((key) => [t(`offer.${key}`), t(`offerWhat.${key}`)]),
      ],
    },
  ];
}
