/** The way out of a table: the same rows as a CSV file, named after document, table and data version. */
import { type Cell, toCsv } from '../../data/export/csv.ts';
import { download } from '../../data/export/download.ts';
import { useApp } from '../../state/app.ts';
import { Icon } from '../../ui/icon.tsx';

export function CsvButton({
  table,
  title,
  rows,
}: {
  readonly table: string;
  readonly title: string;
  readonly rows: () => readonly (readonly Cell[])[];
}) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const save = () => {
    const { version } = state.base;
    // The version goes with every row, since a file outlives its name.
    const versioned = rows().map((row, i) => [...row, i === 0 ? t('dataVersionShort') : version.data]);
    download(`${state.policy.value.docId}-${table}-${version.data}.csv`, toCsv(versioned), 'text/csv;charset=utf-8');
  };
  return (
    <button
      type="button"
      class="text-button csv-button no-print"
      aria-label={`${t('exportCsv')}: ${title}`}
      onClick={save}
    >
      <Icon name="table" size={16} /> {t('exportCsv')}
    </button>
  );
}
