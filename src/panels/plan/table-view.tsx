/** The register as one table: every record that passes the filters, a line each. */
import { useSignal } from '@preact/signals';
import { countRecords, type Site } from '../../domain/site.ts';
import { useApp } from '../../state/app.ts';
import { isFiltered } from '../../state/filter.ts';
import { LinkButton } from '../../ui/pieces.tsx';
import { SortHead, TableScroll } from '../../ui/table.tsx';
import { registerTable } from '../export/tables.ts';
import { CsvButton } from '../shared/csv-button.tsx';
import { clusterName, districtNames, townNames } from '../shared/phrases.ts';
import { COLUMN_WORDS, COLUMNS, sortedSites, type TableColumn, type TableSort } from './table-columns.ts';
import './plan.css';
import { RecordName } from '../shared/record-name.tsx';
import { withParts } from '../shared/site-links.tsx';

export default function TableView() {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const sort = useSignal<TableSort>({ column: 'name', descending: false });

  const towns = state.things.value.town;
  const lines = withParts(sortedSites(state.visibleSites.value, sort.value, i18n.value, towns));
  const sites = lines.map(({ site }) => site);
  const [shown, total] = [countRecords(sites), countRecords(state.sites.value)];
  const sortBy = (column: TableColumn) => {
    const { column: now, descending } = sort.value;
    sort.value = { column, descending: column === now && !descending };
  };
  const csv = () => {
    const table = registerTable(sites, t('viewTable'), [i18n.value], {
      policy: state.policy.value,
      clusters: state.clusters,
      towns,
    });
    return [table.columns.map(({ label }) => label), ...sites.map((_, at) => table.row(at))];
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
          <CsvButton table="register" title={t('viewTable')} rows={csv} />
        </div>
      </div>
      <TableScroll label={t('colRecord')}>
        <table class="wide-table register-table">
          <caption class="visually-hidden">{t('viewTable')}</caption>
          <thead>
            <tr>
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
              <RegisterLine key={site.id} site={site} isPart={isPart} />
            ))}
          </tbody>
        </table>
      </TableScroll>
      {sites.length === 0 && <p class="empty">{t('listEmpty')}</p>}
    </div>
  );
}

function RegisterLine({ site, isPart }: { readonly site: Site; readonly isPart: boolean }) {
  const { state, i18n } = useApp();
  const { t, name, date, number, list } = i18n.value;
  const missing = <span class="muted">{t('notStated')}</span>;
  const town = list(townNames(i18n.value, state.things.value.town, site.towns));
  const parent = site.parent === null ? undefined : state.siteById.value.get(site.parent);
  const radius = site.radiusM;
  return (
    <tr class={isPart ? 'is-part' : undefined}>
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
