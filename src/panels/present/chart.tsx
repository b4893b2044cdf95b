/** The chart of a stop's figure on the stage: a row for each cluster, district or placement, read without hovering. */
import { useApp } from '../../state/app.ts';
import { Mixed } from '../shared/mixed-script.tsx';
import { isStacked, type NamedChart } from './chart-words.ts';
import './chart.css';

export function Chart({ chart }: { readonly chart: NamedChart }) {
  const { number } = useApp().i18n.value;
  const { categories, series, lit } = chart;
  const stacked = isStacked(chart);
  const rows = categories.map((name, at) => ({ name, values: series.map(({ values }) => values[at] ?? null) }));
  const widths = rows.map(({ values }) =>
    stacked
      ? values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
      : Math.max(...values.map((value) => value ?? 0)),
  );
  const most = Math.max(...widths, 1);
  return (
    <figure class={`stage-chart ${stacked ? 'is-stacked' : ''}`}>
      <figcaption>
        {chart.title}
        {series.length > 1 &&
          series.map(({ key, name }) => (
            <span key={key}>
              <i class={`chart-bar is-${key}`} aria-hidden="true" /> {name}
            </span>
          ))}
      </figcaption>
      <ul>
        {rows.map(({ name, values }, at) => (
          <li key={name} class={lit === null || lit === at ? 'is-lit' : ''}>
            <span class="chart-name">
              <Mixed text={name} />
            </span>
            <span class="chart-bars" aria-hidden="true">
              {series.map(({ key }, n) => (
                <i key={key} class={`chart-bar is-${key}`} style={{ width: `${(100 * (values[n] ?? 0)) / most}%` }} />
              ))}
            </span>
            <span class="tabular">{rowWords(values, stacked, number)}</span>
          </li>
        ))}
      </ul>
      {chart.note !== '' && <p>{chart.note}</p>}
    </figure>
  );
}

/** From certain to possible; or one for each series, what is not published as a dash. */
function rowWords(values: readonly (number | null)[], stacked: boolean, number: (value: number) => string): string {
  const [first = null, second = null] = values;
  if (!stacked) return values.map((value) => (value === null ? '–' : number(value))).join(' / ');
  const [certain, possible] = [first ?? 0, (first ?? 0) + (second ?? 0)];
  return certain === possible ? number(certain) : `${number(certain)}–${number(possible)}`;
}
