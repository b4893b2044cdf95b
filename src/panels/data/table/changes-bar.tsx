/** What the user has changed of the rows, with the ways to take it back and to take rows out. */
import { useState } from 'preact/hooks';
import type { ChangeStep } from '../../../domain/set-changes.ts';
import type { I18n } from '../../../i18n/index.ts';
import { useApp } from '../../../state/app.ts';
import { changesOf, type ImportedSet, readOf } from '../../../state/imports/imported-set.ts';
import type { Imports } from '../../../state/imports/imports.ts';
import { LinkButton } from '../../../ui/pieces.tsx';
import { ChangedWords } from '../changed-words.tsx';

interface BarProps {
  readonly imports: Imports;
  readonly item: ImportedSet;
  readonly chosen: number | null;
  readonly found: Uint32Array;
  /** A search or a filter leaves rows out: what is found can be taken out together. */
  readonly narrowed: boolean;
}

/** A step in words. */
function stepWords({ t }: I18n, item: ImportedSet, step: ChangeStep): string {
  switch (step.kind) {
    case 'cell':
      return t('stepCell', { column: readOf(item).set.columns[step.column]?.name ?? '' });
    case 'computed':
      return t('stepComputed');
    case 'delete':
      return t('stepDelete', { n: step.rows.length });
    case 'restore':
      return t('stepRestore', { n: step.rows.length });
  }
}

export function ChangesBar({ imports, item, chosen, found, narrowed }: BarProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const [said, setSaid] = useState('');
  const [asked, setAsked] = useState(false);
  const { id } = item;
  const history = imports.edits.histories.value.get(id);
  const { deleted } = changesOf(item).edits;
  const say = (key: 'tableUndone' | 'tableRedone', step: ChangeStep | null) =>
    setSaid(step === null ? '' : t(key, { step: stepWords(i18n.value, item, step) }));
  const takeOut = (rows: Uint32Array) => {
    setAsked(false);
    imports.edits.deleteRows(id, rows);
    setSaid(t('tableDeleted', { n: rows.length }));
  };
  return (
    <div class="table-changes">
      <p class="actions">
        <button
          type="button"
          class="link-button"
          disabled={(history?.done.length ?? 0) === 0}
          onClick={() => say('tableUndone', imports.edits.undo(id))}
        >
          {t('tableUndo')}
        </button>
        <button
          type="button"
          class="link-button"
          disabled={(history?.undone.length ?? 0) === 0}
          onClick={() => say('tableRedone', imports.edits.redo(id))}
        >
          {t('tableRedo')}
        </button>
        {chosen !== null && (
          <LinkButton onClick={() => takeOut(Uint32Array.of(chosen))}>{t('tableDelete', { n: chosen + 1 })}</LinkButton>
        )}
        {narrowed && found.length > 0 && !asked && (
          <LinkButton onClick={() => setAsked(true)}>{t('tableDeleteFound', { n: found.length })}</LinkButton>
        )}
        {narrowed && asked && (
          <>
            <LinkButton class="danger" onClick={() => takeOut(found)}>
              {t('tableDeleteSure', { n: found.length })}
            </LinkButton>
            <LinkButton onClick={() => setAsked(false)}>{t('cancel')}</LinkButton>
          </>
        )}
        {deleted.length > 0 && (
          <LinkButton onClick={() => imports.edits.restoreRows(id)}>
            {t('tableRestore', { n: deleted.length })}
          </LinkButton>
        )}
      </p>
      <ChangedWords item={item} />
      <p role="status" class="small muted">
        {said}
      </p>
    </div>
  );
}
