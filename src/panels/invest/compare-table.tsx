/** The comparison itself: a column a candidate, a row a matter; what differs has a bar, the best a word. */
import type { Site } from '../../domain/site.ts';
import { useApp } from '../../state/app.ts';
import { TableScroll } from '../../ui/table.tsx';
import { ClauseLink } from '../reader/clause-link.tsx';
import { Mixed } from '../shared/mixed-script.tsx';
import { PageMark } from '../shared/page-mark.tsx';
import { SourceLine } from '../shared/source-line.tsx';
import { ChooseButtons } from './choose-buttons.tsx';
import { LETTERS } from './compare-letters.ts';
import type { CompareCell, CompareGroup } from './compare-rows.ts';

interface TableProps {
  readonly sites: readonly Site[];
  readonly groups: readonly CompareGroup[];
}

export function CompareTable({ sites, groups }: TableProps) {
  const { i18n } = useApp();
  const { t, name, list } = i18n.value;
  return (
    <TableScroll label={list(sites.map((site) => name(site)))}>
      <table class="wide-table compare-table">
        <thead>
          <tr>
            <td class="is-corner" />
            {sites.map((site, index) => (
              <th key={site.id} scope="col">
                <span class="compare-head">
                  <span class="compare-letter" aria-hidden="true">
                    {LETTERS[index]}
                  </span>
                  <span>{name(site)}</span>
                </span>
                <ChooseButtons site={site} />
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ key, title, rows }) => (
          <tbody key={key}>
            <tr class="compare-group">
              <th scope="rowgroup" colSpan={sites.length + 1}>
                {title}
              </th>
            </tr>
            {rows.map(({ key: row, label, cells, differs, best }) => (
              <tr key={row} class={differs ? 'is-differing' : ''}>
                <th scope="row">
                  <Mixed text={label} />
                  {differs && <span class="visually-hidden"> ({t('cmpDiffers')})</span>}
                </th>
                {cells.map((cell, index) => (
                  <td key={sites[index]?.id} class={best === index ? 'is-best' : ''}>
                    <Cell cell={cell} best={best === index} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
        {/* Said on every page: a table's footer is the one thing that browsers repeat. */}
        <tfoot class="compare-foot">
          <tr>
            <td colSpan={sites.length + 1}>
              <PageMark class="small" />
            </td>
          </tr>
        </tfoot>
      </table>
    </TableScroll>
  );
}

function Cell({
  cell: { text, aside, sources, clauses },
  best,
}: {
  readonly cell: CompareCell;
  readonly best: boolean;
}) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  if (clauses !== undefined && clauses.length > 0)
    return (
      <ul class="compare-clauses">
        {clauses.map((id) => {
          const clause = state.things.value.clause.get(id)?.clause;
          return clause === undefined ? null : (
            <li key={id}>
              <ClauseLink class="cite" id={id}>
                <span lang="zh-Hans">
                  {clause.cite} {clause.heading}
                </span>
              </ClauseLink>
            </li>
          );
        })}
      </ul>
    );
  return (
    <>
      {text === null ? (
        <span class="compare-unknown">{t('cmpUnknown')}</span>
      ) : (
        <span class="compare-value">
          <Mixed text={text} />
        </span>
      )}
      {best && <strong class="compare-best">{t('cmpBest')}</strong>}
      {aside !== null && (
        <p class="small muted">
          <Mixed text={aside} />
        </p>
      )}
      {sources.length > 0 && (
        <details class="compare-sources">
          <summary>
            {t('cmpSource')} <span class="tabular">({new Set(sources).size})</span>
          </summary>
          <ul>
            {[...new Set(sources)].map((source) => (
              <li key={source.title}>
                <SourceLine source={source} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
