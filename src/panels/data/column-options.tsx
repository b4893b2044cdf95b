/** The columns of a set as a group of choices beside others, by their place. */
import { plainLine } from '../../domain/plain-line.ts';

/** Before the place of a column, so that it is told from the other choices. */
export const COLUMN = 'column-';

export function ColumnOptions({ label, names }: { readonly label: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <optgroup label={label}>
      {names.map((name, at) => (
        <option key={`${at} ${name}`} value={`${COLUMN}${at}`}>
          {plainLine(name)}
        </option>
      ))}
    </optgroup>
  );
}
