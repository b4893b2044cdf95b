/** The cells of a table: one of them takes the focus, keys go from cell to cell, and a cell is edited where it stands. */
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { cellText } from '../../../analysis/edited-column.ts';
import type { RowSort } from '../../../analysis/table-rows.ts';
import { formulaOf } from '../../../domain/computed-column.ts';
import { plainLine } from '../../../domain/plain-line.ts';
import { type Column, isComputed } from '../../../domain/point-set.ts';
import { useApp } from '../../../state/app.ts';
import type { ImportedSet } from '../../../state/imports/imported-set.ts';
import type { Imports } from '../../../state/imports/imports.ts';
import { isEditable } from '../../../state/imports/set-edits.ts';
import { SortHead, TableScroll } from '../../../ui/table.tsx';
import { type Editing, GridRow } from './grid-row.tsx';
import { isTyped, stepOf } from './keys.ts';
import { useCellWriter } from './use-cell-writer.ts';

/** A cell by its row as it is shown and its column; column -1 is the head of the row. */
export interface CellRef {
  readonly row: number;
  readonly column: number;
}

interface GridProps {
  readonly imports: Imports;
  readonly item: ImportedSet;
  /** All rows of the table, and those on this page. */
  readonly found: Uint32Array;
  readonly shown: Uint32Array;
  readonly sort: RowSort | null;
  readonly withDistricts: boolean;
  readonly onSort: (column: number) => void;
  readonly chosen: number | null;
  readonly active: CellRef | null;
  readonly onActive: (cell: CellRef) => void;
}

const canEdit = (item: ImportedSet, column: Column | undefined): column is Column =>
  isEditable(item) && column !== undefined && !isComputed(column);

export function Grid({
  imports,
  item,
  found,
  shown,
  sort,
  withDistricts,
  onSort,
  chosen,
  active,
  onActive,
}: GridProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const { id, set, look } = item;
  const hint = useId();
  const body = useRef<HTMLTableSectionElement>(null);
  const [editing, setShown] = useState<Editing | null>(null);
  // A cell that goes loses the focus, and must not be written once more by that.
  const open = useRef<Editing | null>(null);
  const setEditing = (next: Editing | null) => {
    open.current = next;
    setShown(next);
  };
  const writer = useCellWriter(imports, item);
  // Where nothing is active yet, Tab comes to the head of the first row.
  const [first = -1] = shown;
  const here = active !== null && shown.includes(active.row) ? active : { row: first, column: -1 };
  useLayoutEffect(() => {
    if (active !== null && editing === null) focusCell(body.current, active);
  }, [active, editing, shown]);

  const start = ({ row, column }: CellRef, text?: string) => {
    const of = set.columns[column];
    if (!canEdit(item, of)) return;
    onActive({ row, column });
    writer.forget();
    setEditing({ row, column, text: text ?? cellText(of, row) });
  };
  /** Writes the cell; false where it stays open because its column cannot hold the text. */
  const commit = (): boolean => {
    const written = open.current;
    if (written === null) return true;
    if (!writer.write({ ...written, text: written.text.trim() })) return false;
    setEditing(null);
    return true;
  };
  const go = (from: CellRef, down: number, right: number) => {
    const at = found.indexOf(from.row);
    const row = found[Math.min(found.length - 1, Math.max(0, at + down))];
    const column = Math.min(set.columns.length - 1, Math.max(-1, from.column + right));
    if (row !== undefined) onActive({ row, column });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (open.current !== null) return onEditKey(event, open.current);
    const step = stepOf(event, here.column, set.columns.length);
    if (step === null) return;
    // Keys of the table are none of the page's.
    event.stopPropagation();
    switch (step.kind) {
      case 'move':
        event.preventDefault();
        return go(here, step.down, step.right);
      case 'edit':
        if (!canEdit(item, set.columns[here.column])) return;
        event.preventDefault();
        return start(here, step.text);
      case 'clear':
        event.preventDefault();
        if (here.column < 0) imports.edits.deleteRows(id, Uint32Array.of(here.row));
        else if (canEdit(item, set.columns[here.column])) writer.write({ ...here, text: '' });
        return;
      case 'undo':
      case 'redo':
        event.preventDefault();
        imports.edits[step.kind](id);
        return;
      case 'leave':
        body.current?.closest<HTMLElement>('.table-scroll')?.focus();
    }
  };
  const onEditKey = (event: KeyboardEvent, written: Editing) => {
    event.stopPropagation();
    // Keys that come before the field is there are none the less meant for it.
    if (!(event.target instanceof HTMLInputElement) && isTyped(event)) {
      event.preventDefault();
      return setEditing({ ...written, text: written.text + event.key });
    }
    // Whoever chooses a character of a list of the input method is not done with the cell.
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      writer.forget();
      setEditing(null);
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      const back = event.shiftKey ? -1 : 1;
      // The row below is that of the order in which the cell was edited.
      const from = { ...here };
      if (commit()) go(from, event.key === 'Enter' ? back : 0, event.key === 'Tab' ? back : 0);
    }
  };
  return (
    <>
      {isEditable(item) && (
        <p id={hint} class="small muted">
          {t('tableKeys')}
        </p>
      )}
      <p role="alert" class={writer.refused === '' ? 'visually-hidden' : 'note note-warning'}>
        {writer.refused}
      </p>
      <p role="status" class={writer.done === '' ? 'visually-hidden' : 'small'}>
        {writer.done}
      </p>
      <TableScroll label={look.name}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells take the focus and are edited, which is what a grid is
          role="grid"
          class="plain-table"
          aria-label={look.name}
          aria-describedby={isEditable(item) ? hint : undefined}
          aria-readonly={!isEditable(item)}
          aria-rowcount={found.length + 1}
        >
          <thead>
            <tr>
              <th scope="col">{t('receiptRow')}</th>
              {set.columns.map((column, at) => (
                <SortHead
                  key={`${at} ${column.name}`}
                  active={sort?.column === at}
                  descending={sort?.descending === true}
                  onSort={() => onSort(at)}
                  title={isComputed(column) ? formulaOf(column.computed) : undefined}
                >
                  {plainLine(column.name)}
                </SortHead>
              ))}
              {withDistricts && (
                <>
                  <th scope="col">{t('tableCounted')}</th>
                  <th scope="col">{t('tableStated')}</th>
                </>
              )}
            </tr>
          </thead>
          <tbody ref={body} onKeyDown={onKeyDown}>
            {Array.from(shown, (row) => (
              <GridRow
                key={row}
                item={item}
                row={row}
                isChosen={row === chosen}
                focusable={here.row === row ? here.column : null}
                editing={editing?.row === row ? editing : null}
                withDistricts={withDistricts}
                onChoose={() => imports.choose({ setId: id, row })}
                onCell={(column) => {
                  const isThere = active?.row === row && active.column === column;
                  if (!commit()) return;
                  if (isThere) start({ row, column });
                  else onActive({ row, column });
                }}
                onText={(text) => open.current !== null && setEditing({ ...open.current, text })}
                onLeave={commit}
              />
            ))}
          </tbody>
        </table>
      </TableScroll>
    </>
  );
}

function focusCell(body: HTMLElement | null, { row, column }: CellRef): void {
  body?.querySelector<HTMLElement>(`[data-cell="${row} ${column}"]`)?.focus();
}
