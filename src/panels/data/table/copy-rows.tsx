/** The rows of the table as text that a spreadsheet takes from the clipboard. */
import { useState } from 'preact/hooks';
import type { Cell } from '../../../data/export/csv.ts';
import { toTsv } from '../../../data/export/tsv.ts';
import { plainLine } from '../../../domain/plain-line.ts';
import { type Column, valueAt } from '../../../domain/point-set.ts';
import { useApp } from '../../../state/app.ts';
import { LinkButton } from '../../../ui/pieces.tsx';

/** More rows are for a file: a clipboard holds them in one piece. */
const MOST_COPIED = 20_000;

export function CopyRows({ columns, rows }: { readonly columns: readonly Column[]; readonly rows: Uint32Array }) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const [said, setSaid] = useState('');
  const n = Math.min(rows.length, MOST_COPIED);
  const edited = columns.filter((column) => column.edited !== undefined);
  const copy = async () => {
    const head: Cell[] = columns.map(({ name }) => name);
    // Who gets the copy sees which cells are not those of the source.
    if (edited.length > 0) head.push(t('exportColEdited'));
    const lines = Array.from(rows.subarray(0, n), (row): Cell[] => {
      const cells = columns.map((column) => valueAt(column, row));
      return edited.length === 0 ? cells : [...cells, editedNames(edited, row)];
    });
    try {
      await navigator.clipboard.writeText(toTsv([head, ...lines]));
      setSaid(n < rows.length ? t('tableCopiedOf', { n, total: rows.length }) : t('copied'));
    } catch {
      setSaid(t('tableNotCopied'));
    }
  };
  return (
    <>
      <LinkButton onClick={() => void copy()}>{t('tableCopy', { n })}</LinkButton>
      <span role="status" class="small muted">
        {said}
      </span>
    </>
  );
}

const editedNames = (columns: readonly Column[], row: number): string =>
  columns
    .filter(({ edited }) => edited?.has(row))
    .map(({ name }) => plainLine(name))
    .join('; ');
