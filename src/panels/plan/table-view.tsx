/**
 * The register as one table: every record that passes the filters, a line each. Words narrow it further; lines are
 * chosen, one by one or with Shift as far as another, to be copied, saved or looked at together.
 */
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { countRecords, type Site } from '../../domain/site.ts';
import { useApp } from '../../state/app.ts';
import { isFiltered } from '../../state/filter.ts';
import { LinkButton } from '../../ui/pieces.tsx';
import { SortHead, TableScroll } from '../../ui/table.tsx';
import { registerTable } from '../export/tables.ts';
import { FilterBar } from '../list/filter-bar.tsx';
import { CopyButton } from '../shared/copy-button.tsx';
import { CsvButton } from '../shared/csv-button.tsx';
import { clusterName, districtNames, townNames } from '../shared/phrases.ts';
import { COLUMN_WORDS, COLUMNS, sortedSites, type TableColumn, type TableSort } from './table-columns.ts';
import './plan.css';
import { RecordName } from '../shared/record-name.tsx';
import { withParts } from '../shared/site-links.tsx';

export default function TableView() {
  const { state, i18n, map, narrow } = useApp();
  const { t } = i18n.value;
  const words = useSignal('');
  const chosen = useSignal<ReadonlySet<string>>(NONE);
  /** The line that was chosen last, from which Shift goes on. */
  const last = useRef<string | null>(null);
  const sort = useSignal<TableSort>({ column: 'name', descending: false });

  const towns = state.things.value.town;
  const tableOf = (sites: readonly Site[]) =>
    registerTable(sites, t('viewTable'), [i18n.value], {
      policy: state.policy.value,
      clusters: state.clusters,
      towns,
    });
  const passing = state.visibleSites.value;
  const all = words.value.trim() === '' ? null : tableOf(passing);
  const wanted = folded(words.value.trim());
  const found = passing.filter((_, at) => all === null || folded(all.row(at).join(' ')).includes(wanted));
  const lines = withParts(sortedSites(found, sort.value, i18n.value, towns));
  const sites = lines.map(({ site }) => site);
  // A line that is filtered away is not taken along unseen.
  const taken = sites.filter(({ id }) => chosen.value.has(id));
  const [shown, total] = [countRecords(sites), countRecords(state.sites.value)];
  const sortBy = (column: TableColumn) => {
    const { column: now, descending } = sort.value;
    sort.value = { column, descending: column === now && !descending };
  };
  const rows = () => {
    const written = taken.length === 0 ? sites : taken;
    const table = tableOf(written);
    return [table.columns.map(({ label }) => label), ...written.map((_, at) => table.row(at))];
  };
  const choose = (id: string, on: boolean, asFar: boolean) => {
    const from = asFar ? sites.findIndex((site) => site.id === last.current) : -1;
    const to = sites.findIndex((site) => site.id === id);
    const range = from < 0 ? [id] : sites.slice(Math.min(from, to), Math.max(from, to) + 1).map((site) => site.id);
    const next = new Set(chosen.value);
    for (const each of range) {
      if (on) next.add(each);
      else next.delete(each);
    }
    chosen.value = next;
    last.current = id;
  };
  const look = () => {
    state.actions.openView(null);
    map.value?.fitSites(taken.map(({ id }) => id));
  };
  return (
    <div class="wide-body">
      <div class="wide-intro">
        <p role="status">
          {t('tableShown', { n: shown, total, parts: sites.length - shown })}{' '}
          {isFiltered(state.filters.value) && (
            <LinkButton onClick={() => state.actions.clearFilters()}>{t('clearFilters')}</LinkButton>
          )}
        </p>
        <div class="wide-tools">
          <label class="field table-words">
            <span>{t('lineFind')}</span>
            <input
              type="search"
              value={words.value}
              onInput={(event) => {
                words.value = event.currentTarget.value;
              }}
            />
          </label>
          <CopyButton rows={rows} />
          <CsvButton table="register" title={t('viewTable')} rows={rows} />
        </div>
        {/* Beside a table the filters are in sight; on a phone they are behind it. */}
        {narrow.value && <FilterBar />}
        <p class="table-chosen" role="status">
          {taken.length > 0 && t('lineChosen', { n: taken.length })}
        </p>
        {taken.length > 0 && (
          <p class="table-chosen">
            <LinkButton onClick={look}>{t('lineChosenMap')}</LinkButton>{' '}
            <LinkButton
              onClick={() => {
                chosen.value = NONE;
              }}
            >
              {t('lineChosenNone')}
            </LinkButton>
          </p>
        )}
      </div>
      <TableScroll label={t('colRecord')}>
        <table class="wide-table register-table">
          <caption class="visually-hidden">{t('viewTable')}</caption>
          <thead>
            <tr>
              <th scope="col" class="is-choice">
                <input
                  type="checkbox"
                  aria-label={t('lineChooseAll')}
                  checked={sites.length > 0 && taken.length === sites.length}
                  onChange={({ currentTarget: { checked } }) => {
                    chosen.value = checked ? new Set(sites.map(({ id }) => id)) : NONE;
                  }}
                />
              </th>
              {COLUMNS.map((column) => (
                <SortHead
                  key={column}
                  class={column === 'name' ? 'is-corner' : column === 'radius' ? 'is-number' : ''}
                  active={sort.value.column === column}
                  descending={sort.value.descending}
                  onSort={() => sortBy(column)}
                >
                  {t(COLUMN_WORDS[column])}
                </SortHead>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ site, isPart }) => (
              <RegisterLine
                key={site.id}
                site={site}
                isPart={isPart}
                isChosen={chosen.value.has(site.id)}
                onChoose={choose}
              />
            ))}
          </tbody>
        </table>
      </TableScroll>
      {sites.length === 0 && <p class="empty">{t('listEmpty')}</p>}
    </div>
  );
}

const NONE: ReadonlySet<string> = new Set();

/** As it is compared: full-width forms as half-width, no capitals. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

interface LineProps {
  readonly site: Site;
  readonly isPart: boolean;
  readonly isChosen: boolean;
  /** `asFar`: all lines from the one that was chosen last. */
  readonly onChoose: (id: string, on: boolean, asFar: boolean) => void;
}

function RegisterLine({ site, isPart, isChosen, onChoose }: LineProps) {
  const { state, i18n } = useApp();
  const { t, name, date, number, list } = i18n.value;
  const missing = <span class="muted">{t('notStated')}</span>;
  const town = list(townNames(i18n.value, state.things.value.town, site.towns));
  const parent = site.parent === null ? undefined : state.siteById.value.get(site.parent);
  const radius = site.radiusM;
  return (
    <tr class={`${isPart ? 'is-part' : ''} ${isChosen ? 'is-chosen' : ''}`}>
      <td class="is-choice">
        <input
          type="checkbox"
          aria-label={t('lineChoose', { name: name(site) })}
          checked={isChosen}
          onClick={(event) => onChoose(site.id, event.currentTarget.checked, event.shiftKey)}
        />
      </td>
      <th scope="row">
        <RecordName site={site} />
        {parent !== undefined && <span class="muted small">{t('partOf', { name: name(parent) })}</span>}
      </th>
      <td>{clusterName(i18n.value, state.clusters, site.industryCluster)}</td>
      <td>{t(`kind.${site.kind}`)}</td>
      <td>{site.districts.length === 0 ? missing : districtNames(i18n.value, site)}</td>
      <td>{town === '' ? missing : town}</td>
      <td>
        <span class={`status status-${site.status}`}>{t(`status.${site.status}`)}</span>
      </td>
      <td class="tabular">{site.statusDate === null ? missing : date(site.statusDate)}</td>
      <td>{t(`precision.${site.precision}`)}</td>
      <td class="tabular is-number">
        {site.position === null ? (
          <span class="muted">{t('unlocatedShort')}</span>
        ) : radius === null ? (
          missing
        ) : (
          `± ${radius < 1000 ? `${number(radius)} m` : `${number(radius / 1000, 1)} km`}`
        )}
      </td>
    </tr>
  );
}
