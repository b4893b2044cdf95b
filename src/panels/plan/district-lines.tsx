/** The areas of a set by district: how many are of it, and which lie in it wholly, partly or as far as their error goes. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { areasByDistrict, type DistrictAreas } from '../../analysis/areas-by-district.ts';
import type { ShareRange } from '../../analysis/border-spread.ts';
import { countedImport } from '../../analysis/counted-set.ts';
import { areaFeature, shareInside } from '../../analysis/shape-share.ts';
import type { Cell } from '../../data/export/csv.ts';
import { isDatumAssumed, labelAt, textAt, wholeGeometries } from '../../domain/point-set.ts';
import type { MessageKey } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import type { ImportedSet } from '../../state/imports/imported-set.ts';
import { indexOf } from '../../state/plan/answer.ts';
import { districtSpread, isSpreadLoaded, loadSpread } from '../../state/plan/border-spread.ts';
import { LinkButton, Note } from '../../ui/pieces.tsx';
import { TableScroll } from '../../ui/table.tsx';
import { CopyButton } from '../shared/copy-button.tsx';
import { CsvButton } from '../shared/csv-button.tsx';
import { spreadWords } from '../shared/measures.ts';
import { rangeWords } from '../shared/range-words.ts';
import { useTurns } from '../shared/turns.ts';
import { districtsOf } from './area-counts.ts';
import { rangeCells } from './ask-list.tsx';

const HOW = ['wholly', 'nearly', 'partly', 'byError'] as const;
type How = (typeof HOW)[number];
const HOW_WORDS: Record<How, MessageKey> = {
  wholly: 'areasWholly',
  nearly: 'areasNearly',
  partly: 'areasPartly',
  byError: 'areasByError',
};

/** More rows are for a file. */
const MOST_LISTED = 200;

/** Share of a row's area in a district, and what it may be. */
type ShareOf = (line: DistrictAreas, row: number) => ShareRange | null;

interface LinesProps {
  readonly item: ImportedSet;
  readonly tools: ComponentChildren;
}

export function DistrictLines({ item, tools }: LinesProps) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const { set, rows } = item;
  const outlines = districtsOf(state.base);
  const found = useTurns(() => areasByDistrict(countedImport(set), indexOf(set), outlines, rows), [set, rows]);
  const lines = found ?? [];
  useEffect(() => void loadSpread().catch(state.actions.notify), []);
  const isLoaded = isSpreadLoaded.value;
  const shareOf = useMemo((): ShareOf => {
    const geometries = wholeGeometries(set);
    return ({ district }, row) => {
      const outline = outlines.get(district);
      if (geometries === undefined || outline === undefined) return null;
      const spread = isLoaded ? districtSpread(state.base, district) : null;
      if (spread !== null) return spread.shareRange((area) => shareInside(geometries, row, area), spread);
      const share = shareInside(geometries, row, areaFeature(outline));
      return share === null ? null : { least: share, share, most: share };
    };
  }, [set, isLoaded]);
  const open = useSignal<{ readonly line: DistrictAreas; readonly how: How } | null>(null);
  const shown = open.value !== null && lines.includes(open.value.line) ? open.value : null;
  const file = (): Cell[][] => [
    [
      t('areasRow'),
      t('areasName'),
      t('filterDistrict'),
      t('areasHow'),
      t('askShare'),
      t('askShareLeast'),
      t('askShareMost'),
    ],
    ...lines.flatMap((line) =>
      HOW.flatMap((how) =>
        Array.from(line[how], (row): Cell[] => [
          row + 1,
          textAt(set.label, row),
          t(`district.${line.district}`),
          t(HOW_WORDS[how]),
          ...(how === 'partly' ? rangeCells(shareOf(line, row)) : [how === 'byError' ? 0 : 1, null, null]),
        ]),
      ),
    ),
  ];
  return (
    <div class="wide-body">
      <div class="wide-intro">
        <p>{t('areasDistrictIntro')}</p>
        <div class="wide-tools">
          {tools}
          <CopyButton rows={file} />
          <CsvButton table="areas-by-district" title={t('planAreas')} rows={file} />
        </div>
      </div>
      {isDatumAssumed(set) && <Note tone="warning">{t('areasDatum')}</Note>}
      <p role="status" class="small muted">
        {found === null ? t('areasCounting') : ''}
      </p>
      <TableScroll label={t('planAreas')}>
        <table class="wide-table areas-table">
          <caption class="visually-hidden">{t('planAreas')}</caption>
          <thead>
            <tr>
              <th scope="col" class="is-corner">
                {t('filterDistrict')}
              </th>
              <th scope="col" class="is-number">
                {t('areasCounted')}
              </th>
              {HOW.map((how) => (
                <th key={how} scope="col" class="is-number">
                  {t(HOW_WORDS[how])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.district}>
                <th scope="row">{t(`district.${line.district}`)}</th>
                <td class="tabular is-number">{rangeWords(i18n.value, line.count)}</td>
                {HOW.map((how) => (
                  <td key={how} class="tabular is-number">
                    <HowMany
                      line={line}
                      how={how}
                      isOpen={shown?.line === line && shown.how === how}
                      onOpen={(next) => (open.value = next)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {shown !== null && <Listed item={item} line={shown.line} how={shown.how} shareOf={shareOf} />}
    </div>
  );
}

interface ManyProps {
  readonly line: DistrictAreas;
  readonly how: How;
  readonly isOpen: boolean;
  readonly onOpen: (next: { readonly line: DistrictAreas; readonly how: How } | null) => void;
}

/** A number that lists its rows. */
function HowMany({ line, how, isOpen, onOpen }: ManyProps) {
  const { i18n } = useApp();
  const { t, number } = i18n.value;
  const { length } = line[how];
  if (length === 0) return <>0</>;
  const name = `${t(`district.${line.district}`)}, ${t(HOW_WORDS[how])}: ${number(length)}`;
  return (
    <button
      type="button"
      class="link-button tabular"
      aria-label={name}
      aria-expanded={isOpen}
      onClick={() => onOpen(isOpen ? null : { line, how })}
    >
      {number(length)}
    </button>
  );
}

function Listed({
  item: { id: setId, set },
  line,
  how,
  shareOf,
}: Pick<LinesProps, 'item'> & { readonly line: DistrictAreas; readonly how: How; readonly shareOf: ShareOf }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const rows = line[how];
  const share = (row: number) => {
    const part = how === 'partly' ? shareOf(line, row) : null;
    return part === null ? '' : ` ${spreadWords(i18n.value, part)}`;
  };
  return (
    <section class="wide-section" aria-label={`${t(`district.${line.district}`)}: ${t(HOW_WORDS[how])}`}>
      <h3>
        {t(`district.${line.district}`)} · {t(HOW_WORDS[how])}
      </h3>
      <ul class="ask-rows">
        {Array.from(rows.subarray(0, MOST_LISTED), (row) => (
          <li key={row}>
            <LinkButton
              onClick={() => {
                state.imports.value?.choose({ setId, row });
                state.actions.openView('data');
              }}
            >
              {labelAt(set, row) || t('askOwnRowOf', { n: row + 1 })}
            </LinkButton>
            <span class="tabular muted">{share(row)}</span>
          </li>
        ))}
        {rows.length > MOST_LISTED && <li class="muted">{t('askMore', { n: rows.length - MOST_LISTED })}</li>}
      </ul>
    </section>
  );
}
