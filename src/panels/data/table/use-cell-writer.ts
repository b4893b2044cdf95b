/** Writes cells of a table, and says what came of it: refused, or its row placed anew. */
import { useRef, useState } from 'preact/hooks';
import type { NotPlaced } from '../../../data/import/place/place-again.ts';
import { isPlaced } from '../../../domain/point-set.ts';
import type { I18n } from '../../../i18n/index.ts';
import { useApp } from '../../../state/app.ts';
import type { ImportedSet } from '../../../state/imports/imported-set.ts';
import type { Imports } from '../../../state/imports/imports.ts';
import type { CellEdit } from '../../../state/imports/set-edits.ts';
import { districtWords } from '../district-words.ts';
import { placeWords, radiusWords } from '../row-place.ts';

const reasonWords = ({ t }: I18n, { code }: NotPlaced): string =>
  code === 'no-district' || code === 'no-town' ? t(`unplaced.${code}`) : t(`reject.${code}`);

/** Where a row stands, how well that is known, and in which district it counts. */
function standingWords(i18n: I18n, { set }: ImportedSet, row: number): string {
  const radius = isPlaced(set, row) ? radiusWords(i18n, set, row) : null;
  return [
    placeWords(i18n, set, row),
    ...(radius === null ? [] : [`± ${radius}`]),
    districtWords(i18n, set, row).counted,
  ].join(' · ');
}

export function useCellWriter(imports: Imports, item: ImportedSet) {
  const { state, i18n } = useApp();
  const [refused, setRefused] = useState('');
  const [done, setDone] = useState('');
  const last = useRef(0);
  const nameOf = (column: number) => item.set.columns[column]?.name ?? '';
  const forget = () => {
    setRefused('');
    setDone('');
  };
  const placing = (edit: CellEdit, answer: Promise<NotPlaced | null>) => {
    const n = edit.row + 1;
    const own = ++last.current;
    // What is done is told of the last cell alone; a refusal is told whatever came after.
    const tell = (words: string) => own === last.current && setDone(words);
    tell(i18n.value.t('cellPlacing', { n }));
    answer
      .then((why) => {
        const words = i18n.peek();
        const now = imports.byId(item.id);
        if (why === null)
          return tell(now === null ? '' : words.t('cellPlaced', { n, place: standingWords(words, now, edit.row) }));
        tell('');
        const { column, text } = edit;
        setRefused(words.t('cellNotPlaced', { n, column: nameOf(column), text, reason: reasonWords(words, why) }));
      })
      .catch((error: unknown) => {
        tell('');
        state.actions.notify(error);
      });
  };
  return {
    /** Why a cell was not written. */
    refused,
    done,
    forget,
    /** False where the column cannot hold the text; a cell that places its row is written once the row is placed. */
    write(edit: CellEdit): boolean {
      const outcome = imports.edits.editCell(item.id, edit);
      forget();
      if (outcome === false) {
        setRefused(i18n.value.t('cellRefused', { column: nameOf(edit.column) }));
        return false;
      }
      if (outcome !== true) placing(edit, outcome);
      return true;
    },
  };
}
