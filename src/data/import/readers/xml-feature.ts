/** One feature of KML or GPX while its elements come by. */
import { LIMITS } from '../guards/limits.ts';
import { noParts, type Parts, shapeOf } from '../place/geometry.ts';
import type { Cell } from '../types.ts';
import type { ColumnNames, SourceRow } from './source.ts';

/** Collects the cells and parts of one feature. */
export class XmlFeature {
  readonly parts: Parts = noParts();
  readonly cells: Cell[] = [];
  private tooLong = 0;

  set(columns: ColumnNames, name: string, text: string): void {
    const value = text.trim();
    if (value.length > LIMITS.cellChars) this.tooLong = value.length;
    else if (value !== '') {
      const at = columns.of(name);
      if (at >= 0) this.cells[at] = value;
    }
  }
  row(number: number): SourceRow {
    for (let at = 0; at < this.cells.length; at++) this.cells[at] ??= null;
    if (this.tooLong === 0) return { row: number, cells: this.cells, shape: shapeOf(this.parts), fault: null };
    return { row: number, cells: [], shape: null, fault: { code: 'cell-too-long', detail: `${this.tooLong}` } };
  }
}
