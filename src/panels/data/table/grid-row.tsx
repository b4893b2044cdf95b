/** One row of the table: its head chooses it on the map, its cells say whether the user has written them. */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { numbersOf } from '../../../domain/column-values.ts';
import { type Column, isComputed, labelAt } from '../../../domain/point-set.ts';
import { useApp } from '../../../state/app.ts';
import type { ImportedSet } from '../../../state/imports/imported-set.ts';
import { districtWords } from '../district-words.ts';
import { editedWords } from '../edited-words.ts';
import { valueWords } from '../value-words.ts';

/** The cell that is open, with what stands in it now. */
export interface Editing {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

interface RowProps {
  readonly item: ImportedSet;
  readonly row: number;
  readonly isChosen: boolean;
  /** The column whose cell Tab comes to; null where it is in another row. */
  readonly focusable: number | null;
  readonly editing: Editing | null;
  /** The district as it is counted and as it is stated stand behind the cells. */
  readonly withDistricts: boolean;
  readonly onChoose: () => void;
  readonly onCell: (column: number) => void;
  readonly onText: (text: string) => void;
  readonly onLeave: () => unknown;
}

export function GridRow(props: RowProps) {
  const { item, row, isChosen, focusable, onChoose } = props;
  const { i18n } = useApp();
  const { t } = i18n.value;
  const line = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isChosen) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const name = labelAt(item.set, row) || t('rowUnnamed');
  return (
    <tr
      ref={line}
      class={isChosen ? 'is-chosen' : ''}
      onClick={({ target }) => {
        const column = columnOf(target);
        if (column !== null) props.onCell(column);
        onChoose();
      }}
    >
      <th scope="row">
        <button
          type="button"
          class="link-button tabular"
          data-cell={`${row} -1`}
          tabIndex={focusable === -1 ? 0 : -1}
          aria-label={t('tableChoose', { n: row + 1, name })}
          aria-current={isChosen}
          onFocus={() => focusable !== -1 && props.onCell(-1)}
        >
          {String(row + 1)}
        </button>
      </th>
      {item.set.columns.map((column, at) => (
        <GridCell key={`${at} ${column.name}`} {...props} column={column} at={at} />
      ))}
      {props.withDistricts && <DistrictCells item={item} row={row} />}
    </tr>
  );
}

/** They are the product's, not the file's: neither sorted nor edited. */
function DistrictCells({ item, row }: Pick<RowProps, 'item' | 'row'>) {
  const { counted, stated } = districtWords(useApp().i18n.value, item.set, row);
  return (
    <>
      <td class="is-computed">{counted}</td>
      <td class={counted === stated ? 'is-computed muted' : 'is-computed'}>{stated}</td>
    </>
  );
}

/** The column of the cell that was clicked; null where it was none that can be gone to. */
function columnOf(target: EventTarget | null): number | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-cell]') : null;
  return cell === null ? null : Number(cell.dataset.cell?.split(' ')[1]);
}

function GridCell({
  item,
  row,
  focusable,
  editing,
  column,
  at,
  onText,
  onLeave,
}: RowProps & { readonly column: Column; readonly at: number }) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const edited = editedWords(i18n.value, item, row, at);
  const classes = [
    numbersOf(column, item.set.count) === null ? '' : 'is-number tabular',
    edited === null ? '' : 'is-edited',
    isComputed(column) ? 'is-computed' : '',
  ];
  if (editing?.column === at) {
    return (
      <td class={`${classes.join(' ')} is-open`}>
        <CellInput
          label={t('cellEdit', { column: column.name, n: row + 1 })}
          text={editing.text}
          onText={onText}
          onLeave={onLeave}
        />
      </td>
    );
  }
  return (
    <td class={classes.join(' ')} data-cell={`${row} ${at}`} tabIndex={focusable === at ? 0 : -1}>
      {valueWords(i18n.value, column, item.set.count, row)}
      {edited !== null && <EditedMark words={edited} />}
    </td>
  );
}

function EditedMark({ words }: { readonly words: string }) {
  return (
    <span class="edited-mark" title={words}>
      <span class="visually-hidden">{words}</span>
    </span>
  );
}

interface InputProps {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onLeave: () => unknown;
}

function CellInput({ label, text, onText, onLeave }: InputProps) {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    input.current?.focus();
    const end = input.current?.value.length ?? 0;
    input.current?.setSelectionRange(end, end);
  }, []);
  return (
    <input
      ref={input}
      class="cell-input"
      aria-label={label}
      value={text}
      onInput={(event) => onText(event.currentTarget.value)}
      onBlur={onLeave}
      onClick={(event) => event.stopPropagation()}
    />
  );
}
