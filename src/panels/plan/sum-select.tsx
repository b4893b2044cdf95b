/** Which column of which set is summed in each area. */
import { measureColumns } from '../../domain/column-values.ts';
import { plainLine } from '../../domain/plain-line.ts';
import { useApp } from '../../state/app.ts';
import type { CountSource, SumChoice } from './area-counts.ts';

interface SumSelectProps {
  readonly sources: readonly CountSource[];
  readonly chosen: SumChoice | null;
  readonly onChoose: (next: SumChoice | null) => void;
}

/** Only the user's own columns are summed: the register's figures are each of its own year and unit. */
export function SumSelect({ sources, chosen, onChoose }: SumSelectProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const choices = sources.flatMap(({ id, name, asked: { counted } }) =>
    name === null
      ? []
      : measureColumns(counted.set).flatMap(({ name: column, title, summable }) =>
          summable ? [{ source: id, column, label: `${name}: ${plainLine(title)}` }] : [],
        ),
  );
  if (choices.length === 0) return null;
  const at = choices.findIndex(({ source, column }) => source === chosen?.source && column === chosen.column);
  return (
    <label class="compact-select is-labelled">
      {t('sumOf')}{' '}
      <select
        value={String(at)}
        onChange={({ currentTarget: { value } }) => {
          const choice = choices[Number(value)];
          onChoose(choice === undefined ? null : { source: choice.source, column: choice.column });
        }}
      >
        <option value="-1">{t('sumNone')}</option>
        {choices.map(({ label }, index) => (
          <option key={label} value={String(index)}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
