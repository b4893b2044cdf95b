/** What the register's workbook says in words: its headings, its guide, and the words it takes for codes. Pure. */
import type { CodeOf } from '../../../analysis/register-workbook/cells.ts';
import { FACT_COLUMNS, type FactKey } from '../../../analysis/register-workbook/fact-columns.ts';
import type { ColumnKey } from '../../../analysis/register-workbook/layout.ts';
import { MILESTONE_COLUMNS, type MilestoneKey } from '../../../analysis/register-workbook/milestone-columns.ts';
import type { OutlineKey } from '../../../analysis/register-workbook/outline-columns.ts';
import { RECORD_COLUMNS } from '../../../analysis/register-workbook/record-columns.ts';
import type { RegisterWorkbookWords } from '../../../data/export/register-workbook.ts';
import { isAttribute } from '../../../domain/schema/attribute.ts';
import { MILESTONE_EVENTS, PRECISIONS, QUALIFIERS, STATUSES } from '../../../domain/vocabulary.ts';
import type { I18n, MessageKey } from '../../../i18n/index.ts';
import type { AppState } from '../../../state/app-state.ts';
import { ATTRIBUTE_WORDS, namesIn } from '../phrases.ts';

type OwnHeading =
  | 'id'
  | 'lng'
  | 'lat'
  | 'datum'
  | 'radiusM'
  | 'statusDate'
  | `source.${'names' | 'class' | 'area' | 'location' | 'status' | 'operator'}`
  | FactKey
  | Exclude<MilestoneKey, 'event'>
  | OutlineKey;

/** Headings that the product has words for already. */
const SHARED = {
  ...ATTRIBUTE_WORDS,
  precision: 'filterPrecision',
  status: 'status',
  event: 'milestoneEvent',
} as const satisfies Record<string, MessageKey>;

const TWO_LANGUAGES = {
  addressZh: ['address', 'wbZh'],
  addressEn: ['address', 'wbEn'],
  operatorZh: ['operator', 'wbZh'],
  operatorEn: ['operator', 'wbEn'],
  focusZh: ['focus', 'wbZh'],
  focusEn: ['focus', 'wbEn'],
} as const satisfies Partial<Record<ColumnKey, readonly [MessageKey, MessageKey]>>;

const isShared = (key: ColumnKey): key is ColumnKey & keyof typeof SHARED => key in SHARED;
const isTwofold = (key: ColumnKey): key is keyof typeof TWO_LANGUAGES => key in TWO_LANGUAGES;

export function headingWords({ t }: I18n, key: ColumnKey): string {
  if (isShared(key)) return t(SHARED[key]);
  if (!isTwofold(key)) return t(`wbCol.${key satisfies OwnHeading}`);
  const [label, form] = TWO_LANGUAGES[key];
  return t(form, { label: t(label) });
}

const NOTED = [
  'id',
  'parent',
  'heldAt',
  'towns',
  'datum',
  'radiusM',
  'unit',
  'site',
  'state',
  'partZh',
  'withdrawn',
  'outlineFile',
] as const;

/** What a code of a column is called. */
function nameIn(i18n: I18n, state: AppState): (key: string, code: string) => string {
  const names = namesIn(i18n, state);
  return (key, code) => {
    if (isAttribute(key)) return names(key, code);
    const event = key === 'event' ? MILESTONE_EVENTS.find((known) => known === code) : undefined;
    if (event !== undefined) return i18n.t(`event.${event}`);
    if (key === 'withdrawn') return i18n.t('milestoneIsWithdrawn');
    const status = key === 'status' || key === 'state' ? STATUSES.find((known) => known === code) : undefined;
    if (status !== undefined) return i18n.t(`status.${status}`);
    const precision = key === 'precision' ? PRECISIONS.find((known) => known === code) : undefined;
    if (precision !== undefined) return i18n.t(`precision.${precision}`);
    const qualifier = key === 'qualifier' ? QUALIFIERS.find((known) => known === code) : undefined;
    return qualifier === undefined ? code : i18n.t(`qualifier.${qualifier}`);
  };
}

export function workbookWords(i18n: I18n, state: AppState): RegisterWorkbookWords {
  const { t } = i18n;
  return {
    records: t('wbRecords'),
    facts: t('wbFacts'),
    milestones: t('milestones'),
    outlines: t('outline'),
    guide: t('wbGuide'),
    lead: [t('wbLead1'), t('wbLead2'), t('wbLead3'), t('wbLead4', { bar: '|' }), t('wbLead5')],
    head: [t('wbHeadColumn'), t('wbHeadWhat'), t('wbHeadAllowed')],
    kind: {
      text: t('wbKind.text'),
      names: t('wbKind.names', { bar: '|' }),
      code: t('wbKind.code'),
      codes: t('wbKind.codes'),
      number: t('wbKind.number'),
      date: t('wbKind.date'),
      source: t('wbKind.source', { bar: '|' }),
      info: t('wbKind.info'),
    },
    note(key) {
      const noted = NOTED.find((each) => each === key);
      return noted === undefined ? null : t(`wbNote.${noted}`);
    },
    mark: t('wbMark'),
    nameOf: nameIn(i18n, state),
  };
}

const folded = (word: string) => word.normalize('NFKC').trim().toLowerCase();

/** By column, the codes that words stand for: what they are called here, and names of towns and records. */
export function codesIn(i18n: I18n, state: AppState): (key: string) => CodeOf {
  const nameOf = nameIn(i18n, state);
  const made = new Map<string, ReadonlyMap<string, string>>();
  const named = (things: readonly { readonly code: string; readonly names: readonly string[] }[]) =>
    new Map(things.flatMap(({ code, names }) => [code, ...names].map((name) => [folded(name), code] as const)));
  const tableFor = (key: string): ReadonlyMap<string, string> => {
    if (key === 'towns')
      return named(
        state.base.towns.features.map(({ properties: { code, nameZh, nameEn } }) => ({
          code,
          names: [nameZh, nameEn],
        })),
      );
    if (key === 'parent' || key === 'heldAt' || key === 'site')
      return named(
        state.sites
          .peek()
          .map(({ id, nameZh, nameEn, aliases }) => ({ code: id, names: [nameZh, nameEn, ...aliases] })),
      );
    const column = [...RECORD_COLUMNS, ...FACT_COLUMNS, ...MILESTONE_COLUMNS].find((each) => each.key === key);
    return named((column?.allowed ?? []).map((code) => ({ code, names: [nameOf(key, code)] })));
  };
  return (key) => (word) => {
    const table = made.get(key) ?? tableFor(key);
    made.set(key, table);
    return table.get(folded(word));
  };
}
