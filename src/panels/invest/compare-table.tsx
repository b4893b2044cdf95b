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
import type { CompareBar, CompareCell, CompareGroup } from './compare-rows.ts';

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
            {rows.map(({ key: row, label, note, cells, differs, best }) => (
              <tr key={row} class={differs ? 'is-differing' : ''}>
                <th scope="row">
                  <Mixed text={label} />
                  {differs && <span class="visually-hidden"> ({t('cmpDiffers')})</span>}
                  {note !== null && (
                    <p class="compare-note">
                      <Mixed text={note} />
                    </p>
                  )}
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
  cell: { text, aside, bar, behind, sources, clauses },
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
      {bar !== undefined && <ScoreBar bar={bar} />}
      {behind != null && <BehindBest points={behind} />}
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

/** How far it scores, beyond that what may be in it, and above it the reach of the errors. Its value stands in words beside it. */
export function ScoreBar({ bar: { score, high, min, max } }: { readonly bar: CompareBar }) {
  return (
    <svg class="compare-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="bar-ground" width="100" height="8" />
      {high > score && <rect class="bar-open" x={100 * score} width={100 * (high - score)} height="8" />}
      <rect class="bar-score" width={100 * score} height="8" />
      {max > min && <rect class="bar-error" x={100 * min} y="3" width={100 * (max - min)} height="2" />}
    </svg>
  );
}

function BehindBest({ points }: { readonly points: number }) {
  const { i18n } = useApp();
  const { t, number } = i18n.value;
  return <p class="small muted tabular">{points < 0.05 ? t('cmpMost') : t('cmpBehind', { n: number(points, 1) })}</p>;
}
