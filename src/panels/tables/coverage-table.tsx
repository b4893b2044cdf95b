/** Named → sourced → located by precision → status known and how old, a line a clause or cluster. */
import type { ComponentChildren } from 'preact';
import { AGE_BANDS, type CoverageRecord, type CoverageRow } from '../../domain/coverage.ts';
import { PRECISIONS } from '../../domain/vocabulary.ts';
import { useApp } from '../../state/app.ts';
import { LinkButton } from '../../ui/pieces.tsx';
import { TableScroll } from '../../ui/table.tsx';

export interface CoverageLine {
  readonly id: string;
  readonly head: ComponentChildren;
  readonly row: CoverageRow<unknown>;
}

interface CoverageTableProps {
  readonly title: string;
  readonly keyTitle: string;
  readonly lines: readonly CoverageLine[];
  readonly total: CoverageRow<null>;
}

export function CoverageTable({ title, keyTitle, lines, total }: CoverageTableProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  return (
    <section class="wide-section">
      <h3>{title}</h3>
      <TableScroll label={title}>
        <table class="wide-table coverage">
          <caption class="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col" rowSpan={2} class="is-corner">
                {keyTitle}
              </th>
              <th scope="col" rowSpan={2}>
                {t('colNamed')}
              </th>
              <th scope="col" rowSpan={2}>
                {t('colResearched')}
              </th>
              <th scope="colgroup" colSpan={PRECISIONS.length}>
                {t('filterPrecision')}
              </th>
              <th scope="col" rowSpan={2}>
                {t('colStatus')}: {t('colKnown')}
              </th>
              <th scope="colgroup" colSpan={AGE_BANDS.length}>
                {t('colAge')}
              </th>
              <th scope="col" rowSpan={2}>
                {t('colByName')}
              </th>
            </tr>
            <tr>
              {PRECISIONS.map((p) => (
                <th scope="col" key={p} class="sub-head">
                  {t(`precision.${p}`)}
                </th>
              ))}
              {AGE_BANDS.map((band) => (
                <th scope="col" key={band} class="sub-head">
                  {t(`age.${band}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ id, head, row }) => (
              <tr key={id}>
                <th scope="row">{head}</th>
                <Numbers row={row} />
                <td>
                  <Names records={row.records} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('coverageTotal')}</th>
              <Numbers row={total} />
              <td />
            </tr>
          </tfoot>
        </table>
      </TableScroll>
    </section>
  );
}

function Numbers({ row }: { readonly row: CoverageRow<unknown> }) {
  const { i18n } = useApp();
  const { number } = i18n.value;
  const shown = [
    row.named,
    row.researched,
    ...PRECISIONS.map((p) => row.byPrecision[p]),
    row.statusKnown,
    ...AGE_BANDS.map((b) => row.byAge[b]),
  ];
  return (
    <>
      {shown.map((n, i) => (
        <td key={i} class={`tabular ${n === 0 ? 'is-zero' : ''}`}>
          {number(n)}
        </td>
      ))}
    </>
  );
}

/** Who is unlocated and who is doubtful, by name. */
function Names({ records }: { readonly records: readonly CoverageRecord[] }) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const unlocated = records.filter((r) => r.placement === 'unlocated');
  const doubtful = records.filter((r) => r.doubts.length > 0);
  return (
    <>
      {unlocated.length > 0 && <NameList title={t('unlocated')} records={unlocated} />}
      {doubtful.length > 0 && <NameList title={t('colDoubtful')} records={doubtful} />}
    </>
  );
}

function NameList({ title, records }: { readonly title: string; readonly records: readonly CoverageRecord[] }) {
  const { state, i18n } = useApp();
  const { t, name, list } = i18n.value;
  return (
    <details class="also names">
      <summary>
        {title} ({records.length})
      </summary>
      <ul>
        {records.map(({ site, doubts }) => (
          <li key={site.id}>
            <LinkButton onClick={() => state.actions.selectSite(site.id)}>{name(site)}</LinkButton>{' '}
            <span class="muted small">{list(doubts.map((d) => t(`doubt.${d}`)))}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
