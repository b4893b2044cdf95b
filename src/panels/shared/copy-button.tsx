/** A table to the clipboard, as spreadsheets take it. */
import { useState } from 'preact/hooks';
import type { Cell } from '../../data/export/csv.ts';
import { toTsv } from '../../data/export/tsv.ts';
import { useApp } from '../../state/app.ts';

/** More rows are for a file: a clipboard holds them in one piece. The heads are the first. */
const MOST_COPIED = 20_001;

export function CopyButton({ rows }: { readonly rows: () => readonly (readonly Cell[])[] }) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const [said, setSaid] = useState('');
  const copy = async () => {
    const all = rows();
    try {
      await navigator.clipboard.writeText(toTsv(all.slice(0, MOST_COPIED)));
      const [n, total] = [MOST_COPIED - 1, all.length - 1];
      setSaid(total > n ? t('copiedOf', { n, total }) : t('copied'));
    } catch {
      setSaid(t('copyForbidden'));
    }
  };
  return (
    <>
      <button type="button" class="text-button is-framed no-print" onClick={() => void copy()}>
        {t('copyTable')}
      </button>
      <span role="status" class="small muted no-print">
        {said}
      </span>
    </>
  );
}
