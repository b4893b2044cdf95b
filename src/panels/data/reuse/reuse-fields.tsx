/** What of a set is used again: its look for another set, all but its rows for the next month's file. */
import { useId, useState } from 'preact/hooks';
import { fitLook } from '../../../analysis/fit-look.ts';
import { download } from '../../../data/export/download.ts';
import { FORMAT_ENDINGS } from '../../../data/import/types.ts';
import { messageOf } from '../../../domain/error-message.ts';
import { plainLine } from '../../../domain/plain-line.ts';
import { LOOK_FORMAT, parseSavedLook, type SavedLook } from '../../../domain/schema/saved-look.ts';
import { editedCells } from '../../../domain/set-changes.ts';
import { useApp } from '../../../state/app.ts';
import { changesOf, type ImportedSet, readOf } from '../../../state/imports/imported-set.ts';
import type { Imports } from '../../../state/imports/imports.ts';
import { keepBefore } from '../../../state/workspace/keep-before.ts';
import { LinkButton } from '../../../ui/pieces.tsx';
import { misfitWords } from './misfit-words.ts';
import './reuse.css';
import { FileButton } from '../../../ui/file-button.tsx';

interface ReuseProps {
  readonly imports: Imports;
  readonly item: ImportedSet;
}

const DATA_FILES = [...Object.values(FORMAT_ENDINGS).flat()].map((ending) => `.${ending}`).join();
/** A look is small: what is larger is another file. */
const MOST_BYTES = 200_000;

export function ReuseFields(props: ReuseProps) {
  return (
    <div class="set-reuse">
      <SavedLookFields {...props} />
      <ReplaceFields {...props} />
    </div>
  );
}

function SavedLookFields({ imports, item }: ReuseProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const [said, setSaid] = useState<readonly string[]>([]);
  const { computed } = changesOf(item);
  const save = () => {
    const { name: _, visible: __, ...look } = item.look;
    const saved: SavedLook = { format: LOOK_FORMAT, version: 1, look, computed };
    const name = item.look.name.replace(/[\s\\/:*?"<>|.]+/g, '-');
    download(`${name}.look.json`, `${JSON.stringify(saved, null, 2)}\n`, 'application/json');
  };
  const give = async (file: File) => {
    try {
      if (file.size > MOST_BYTES) throw new Error(`${file.size} bytes`);
      const saved = parseSavedLook(await file.text(), file.name);
      const fitted = fitLook(item.set, computed, saved);
      imports.restyle(item.id, fitted.look);
      if (fitted.computed.length > computed.length) imports.edits.compute(item.id, fitted.computed);
      const misfits = misfitWords(i18n.value, fitted.misfits);
      setSaid([t('lookGiven', { name: plainLine(file.name) }), ...(misfits === null ? [] : [misfits])]);
    } catch (error) {
      setSaid([t('lookBroken', { name: plainLine(file.name), reason: messageOf(error) })]);
    }
  };
  return (
    <>
      <p class="actions">
        <LinkButton onClick={save}>{t('lookSave')}</LinkButton>
        <FileButton label={t('lookGive')} accept=".json" onFiles={([file]) => file !== undefined && void give(file)} />
      </p>
      <div role="status" class="small muted">
        {said.map((words) => (
          <p key={words}>{words}</p>
        ))}
      </div>
    </>
  );
}

function ReplaceFields({ imports, item }: ReuseProps) {
  const app = useApp();
  const { i18n, places } = app;
  const { t } = i18n.value;
  const id = useId();
  const { edits } = changesOf(item);
  const names = [...new Set(readOf(item).set.columns.map(({ name }) => name))];
  const [key, setKey] = useState(names[0] ?? '');
  const hasEdits = edits.deleted.length + editedCells(edits) > 0;
  const begin = (file: File) => {
    // It is there long before the user has confirmed the new data.
    void keepBefore(app, 'replaced', item.look.name);
    imports.replacing.begin(imports.session, item.id, file, names.includes(key) ? key : null);
    // What is asked next stands at the top of the panel.
    places.panel.current?.focus();
    places.panel.current?.scrollTo({ top: 0 });
  };
  return (
    <>
      {hasEdits && (
        <div class="data-field">
          <label for={`${id}key`}>{t('replaceKey')}</label>
          <select
            id={`${id}key`}
            value={String(names.indexOf(key))}
            onChange={(event) => setKey(names[Number(event.currentTarget.value)] ?? '')}
          >
            {names.map((name, at) => (
              <option key={name} value={String(at)}>
                {plainLine(name)}
              </option>
            ))}
            <option value="-1">{t('replaceNoKey')}</option>
          </select>
        </div>
      )}
      <p class="actions">
        <FileButton
          label={t('replaceChoose')}
          accept={DATA_FILES}
          onFiles={([file]) => file !== undefined && begin(file)}
        />
      </p>
      <p class="small muted">{t('replaceHint')}</p>
    </>
  );
}
