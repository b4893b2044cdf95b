/** A table of the investor's as a workbook: its rows, and a sheet that says what the file is. */
import { useState } from 'preact/hooks';
import type { Cell } from '../../data/export/csv.ts';
import { download } from '../../data/export/download.ts';
import { messageOf } from '../../domain/error-message.ts';
import { useApp } from '../../state/app.ts';
import { Icon } from '../../ui/icon.tsx';
import { metaOf, policyCite } from '../paper/meta.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Characters: wider columns are read worse than broken lines. */
const WIDTH = 28;

interface XlsxButtonProps {
  readonly table: string;
  readonly title: string;
  /** The heads are the first. */
  readonly rows: () => readonly (readonly Cell[])[];
}

export function XlsxButton({ table, title, rows }: XlsxButtonProps) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const [failed, setFailed] = useState('');
  async function save(): Promise<void> {
    setFailed('');
    try {
      const { workbookOf } = await import('../../data/export/workbook.ts');
      const { version } = state.base;
      const all = rows();
      const about = metaOf(state, [i18n.value], {
        ...{
          grid: 'wgs84',
          origin: t('exportSourceRegister', { cite: policyCite(state, [i18n.value]) }),
          filter: t('exportNoFilter'),
        },
      });
      const bytes = workbookOf([
        { name: title, rows: all, columns: (all[0] ?? []).map(() => ({ width: WIDTH })), headed: true },
        {
          name: t('exportAbout'),
          rows: about.map(({ label, value }) => [label, value]),
          columns: [{ width: WIDTH }, { width: 100 }],
          headed: false,
        },
      ]);
      download(`${state.policy.value.docId}-${table}-${version.data}.xlsx`, bytes, XLSX);
    } catch (error) {
      setFailed(t('exportFailed', { reason: messageOf(error) }));
    }
  }
  return (
    <>
      <button
        type="button"
        class="text-button csv-button no-print"
        aria-label={`${t('exportXlsx')}: ${title}`}
        onClick={() => void save()}
      >
        <Icon name="table" size={16} /> {t('exportXlsx')}
      </button>
      {failed !== '' && (
        <p class="small" role="alert">
          {failed}
        </p>
      )}
    </>
  );
}
