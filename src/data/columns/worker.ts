/** Work on columns in a thread of its own; what is answered is handed over, not copied. */
import { expose } from 'comlink';
import { type ColumnWork, columnWork } from '../../analysis/column-work.ts';
import { handed } from './handed.ts';

const api: ColumnWork = {
  facts: handed(columnWork.facts),
  classes: handed(columnWork.classes),
  sizes: handed(columnWork.sizes),
  mask: handed(columnWork.mask),
  rows: handed(columnWork.rows),
  order: handed(columnWork.order),
};

expose(api);
