/** One imported row: what it is called, where it stands and how surely, and every cell as it came. */
import { useEffect, useRef } from 'preact/hooks';
import { countedImport } from '../../analysis/counted-set.ts';
import { rowAreaM2, rowLengthM } from '../../analysis/shape-size.ts';
import { geometryKindAt } from '../../domain/geometries.ts';
import { plainLine } from '../../domain/plain-line.ts';
import {
  clusterAt,
  isDatumAssumed,
  isPlaced,
  labelAt,
  type PointSet,
  precisionAt,
  siteIdAt,
  valueAt,
} from '../../domain/point-set.ts';
import type { I18n } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import type { ImportedSet } from '../../state/imports/imported-set.ts';
import type { Imports } from '../../state/imports/imports.ts';
import { LinkButton, Rows, Section } from '../../ui/pieces.tsx';
import { areaText } from '../shared/measures.ts';
import { ownAsk } from '../shared/own-ask.ts';
import { PanelHead } from '../shared/panel-head.tsx';
import { clusterName } from '../shared/phrases.ts';
import TownByArea from '../shared/town-by-area.tsx';
import { districtWords } from './district-words.ts';
import { editedWords } from './edited-words.ts';
import { datumWords } from './note-text.ts';
import { atSiteWords, radiusWords } from './row-place.ts';
import { RowWays } from './stack-list.tsx';
import { assumedDate } from './value-words.ts';

interface RowProps {
  readonly imports: Imports;
  readonly item: ImportedSet;
  readonly row: number;
}

/** Area or length of what is more than a point. */
function sizeRows(i18n: I18n, { geometries, isCut }: PointSet, row: number) {
  const kind = geometryKindAt(geometries, row);
  if (geometries === undefined || kind === 'point') return [];
  const label = i18n.t(kind === 'area' ? 'rowArea' : 'rowLength');
  if (isCut === true) return [{ label, value: i18n.t('rowCut') }];
  if (kind === 'area') return [{ label, value: areaText(i18n, rowAreaM2(geometries, row)) }];
  const metres = rowLengthM(geometries, row);
  const value = metres < 1000 ? `${i18n.number(metres, 1)} m` : `${i18n.number(metres / 1000, 3)} km`;
  return [{ label, value }];
}

export function RowCard({ imports, item, row }: RowProps) {
  const { state, i18n } = useApp();
  const { t, lang } = i18n.value;
  const { set, look } = item;
  const box = useRef<HTMLElement>(null);
  // A click on the map has opened it: the next key goes on from here. Who steps from row to row stays on the button.
  useEffect(() => {
    if (box.current?.contains(document.activeElement) !== true) box.current?.focus();
    // A list that was scrolled leaves the panel scrolled.
    box.current?.scrollIntoView({ block: 'start' });
  }, [item.id, row]);
  const cluster = clusterAt(set, row);
  const district = districtWords(i18n.value, set, row);
  const precision = precisionAt(set, row);
  const [lng, lat] = [set.positions[2 * row] ?? 0, set.positions[2 * row + 1] ?? 0];
  const radius = radiusWords(i18n.value, set, row);
  const siteId = siteIdAt(set, row);
  const town = state.things.value.town.get(String(set.town[row]));
  return (
    <article class="panel" aria-label={labelAt(set, row) || t('rowUnnamed')} ref={box} tabIndex={-1}>
      <PanelHead title={labelAt(set, row) || t('rowUnnamed')} kicker={`${look.name} · ${t('rowOf', { n: row + 1 })}`} />
      <div class="panel-body">
        <RowWays imports={imports} item={item} row={row} />
        <AskWithRow item={item} row={row} />
        <Rows
          rows={[
            {
              label: t('dataCluster'),
              value: cluster === null ? t('notStated') : clusterName(i18n.value, state.clusters, cluster),
            },
            {
              label: t('role.district'),
              value:
                district.counted === district.stated
                  ? district.counted
                  : t('districtBoth', { counted: district.counted, stated: district.stated }),
            },
            ...(town === undefined ? [] : [{ label: t('role.town'), value: i18n.value.name(town.properties) }]),
            { label: t('receiptPrecision'), value: t(`precision.${precision}`) },
            ...(isDatumAssumed(set) && set.datum?.byCoordinates[row] === 1
              ? [
                  {
                    label: t('receiptDatum'),
                    value: t('datumAssumed', { datum: datumWords(i18n.value, set.datum.taken) }),
                  },
                ]
              : []),
            ...sizeRows(i18n.value, set, row),
            ...(siteId === null ? [] : [{ label: t('rowSite'), value: <AtSite id={siteId} set={set} row={row} /> }]),
            ...(isPlaced(set, row)
              ? [
                  {
                    label: t('rowCoordinates'),
                    value: (
                      <span class="tabular">
                        {lng.toFixed(6)}, {lat.toFixed(6)}
                      </span>
                    ),
                  },
                ]
              : []),
            ...(radius === null ? [] : [{ label: t('rowRadius'), value: `± ${radius}` }]),
          ]}
        />
        {town === undefined && <TownByArea counted={countedImport(set)} row={row} />}
      </div>
      <Section title={t('receiptFile')}>
        <table class="plain-table row-cells">
          <caption class="visually-hidden">{plainLine(item.receipt.fileName)}</caption>
          <thead>
            <tr>
              <th scope="col">{t('rowColumn')}</th>
              <th scope="col">{t('rowValue')}</th>
            </tr>
          </thead>
          <tbody>
            {set.columns.map((column, index) => {
              const value = valueAt(column, row);
              const edited = editedWords(i18n.value, item, row, index);
              return (
                <tr key={`${index} ${column.name}`} lang={lang === 'en' ? 'zh-Hans' : undefined}>
                  <th scope="row">{plainLine(column.name)}</th>
                  <td>
                    {value === null ? (
                      <span class="muted">{t('rowEmpty')}</span>
                    ) : (
                      [assumedDate(column, set.count, row), plainLine(String(value))]
                        .filter((part) => part !== null)
                        .join(' · ')
                    )}
                    {edited !== null && (
                      <small class="muted" lang={lang}>
                        <br />
                        {edited}
                      </small>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Section>
    </article>
  );
}

/** The question with an area or a line; rows of a server come and go with the view, so that none is asked with. */
function AskWithRow({ item: { set, remote }, row }: { readonly item: ImportedSet; readonly row: number }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const kind = geometryKindAt(set.geometries, row);
  const ask = ownAsk(set, row);
  if (remote !== undefined && kind !== 'point') return <p class="small muted">{t('rowAskRemote')}</p>;
  if (ask === null) return null;
  return (
    <p class="actions">
      <LinkButton onClick={() => state.actions.setAsk(ask)}>
        {t(kind === 'line' ? 'rowAskLine' : 'rowAskArea')}
      </LinkButton>
    </p>
  );
}

/** The site that the row stands for, and that the position is the site's. */
function AtSite({ id, set, row }: { readonly id: string; readonly set: PointSet; readonly row: number }) {
  const { state, i18n } = useApp();
  const site = state.siteById.value.get(id);
  return (
    <>
      {site === undefined ? (
        id
      ) : (
        <LinkButton onClick={() => state.actions.select({ entity: 'site', id })}>{i18n.value.name(site)}</LinkButton>
      )}
      <br />
      <span class="small muted">{atSiteWords(i18n.value, set, row)}</span>
    </>
  );
}
