/** The numbers of a chart as a table, for whoever reads rather than looks. */
import { useApp } from '../../../state/app.ts';

interface TableProps {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function ChartTable({ head, rows }: TableProps) {
  const { i18n } = useApp();
  return (
    <details>
      <summary>{i18n.value.t('chartTable')}</summary>
      <table class="plain-table">
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...cells], at) => (
            <tr key={`${at} ${first ?? ''}`}>
              <th scope="row">{first}</th>
              {cells.map((cell, index) => (
                <td key={head[index + 1]} class="tabular">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
