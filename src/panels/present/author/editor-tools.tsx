/** Undo, redo, and the ways in which a tour is kept and passed on. */
import { useState } from 'preact/hooks';
import { download } from '../../../data/export/download.ts';
import { setsOf } from '../../../domain/tour.ts';
import { saidIn } from '../../../domain/tour-edit.ts';
import type { Tour } from '../../../domain/tour-schema.ts';
import { MOST_PACKED } from '../../../state/address/keys.ts';
import { useApp } from '../../../state/app.ts';
import type { Authoring } from '../../../state/present/authoring.ts';
import { presentationOf } from '../../../state/present/presentation.ts';
import { packedTour } from '../../../state/present/tour-link.ts';
import { FileButton } from '../../../ui/file-button.tsx';
import { IconButton } from '../../../ui/pieces.tsx';
import { STAGE_ICONS } from '../../../ui/stage-icons.ts';
import { fileName, tourText } from './open-tour.ts';
import { stepThrough } from './stop-acts.ts';
import { stopsCsv, type TakenStops, takeStops } from './stops-file.ts';
import { OpenButton, Refused, type TourFiles } from './tour-files.tsx';

/** The stops as a table for a spreadsheet, and back. */
function StopTable({ tour, onSaid }: Pick<EditorToolsProps, 'tour' | 'onSaid'>) {
  const app = useApp();
  const { t, lang } = app.i18n.value;
  const [refused, setRefused] = useState<{ readonly file: string; readonly taken: TakenStops } | null>(null);
  const read = async (file: File) => {
    const taken = await takeStops(app, file);
    setRefused(taken.faults.length === 0 ? null : { file: file.name, taken });
    onSaid(taken.kind === 'taken' ? t('stopsRead', { added: taken.added, changed: taken.changed }) : '');
  };
  const rows = refused === null ? 0 : new Set(refused.taken.faults.map((f) => (f.kind === 'row' ? f.row : 0))).size;
  return (
    <>
      <button
        type="button"
        class="text-button is-framed"
        title={t('stopsSaveHint')}
        onClick={() => {
          const name = fileName(saidIn(tour.title, lang), 'csv');
          download(name, stopsCsv(tour), 'text/csv');
          onSaid(t('tourFileSaved', { name }));
        }}
      >
        {t('stopsSave')}
      </button>
      <FileButton
        look="text-button is-framed"
        label={t('stopsOpen')}
        title={t('stopsOpenHint')}
        accept=".csv,text/csv"
        onFiles={([file]) => file !== undefined && void read(file)}
      />
      {refused !== null && (
        <Refused
          file={refused.file}
          faults={refused.taken.faults}
          {...(refused.taken.kind === 'taken' ? { lead: t('stopsRefused', { file: refused.file, n: rows }) } : {})}
          onClose={() => setRefused(null)}
        />
      )}
    </>
  );
}

interface EditorToolsProps {
  readonly authoring: Authoring;
  readonly tour: Tour;
  readonly files: TourFiles;
  onSaid(words: string): void;
}

export function EditorTools({ authoring, tour, files, onSaid }: EditorToolsProps) {
  const app = useApp();
  const { t, lang } = app.i18n.value;
  /** A link that the browser would not copy. */
  const [byHand, setByHand] = useState<string | null>(null);
  const unsaved = authoring.unsaved.value;

  function saveFile(): string {
    const name = fileName(saidIn(tour.title, lang), 'json');
    download(name, tourText(tour), 'application/json');
    return name;
  }
  async function share(): Promise<void> {
    setByHand(null);
    const { packed, fits } = packedTour(tour);
    if (!fits) {
      onSaid(t('tourTooLong', { n: packed.length, most: MOST_PACKED, name: saveFile() }));
      return;
    }
    const link = `${location.href.split('#')[0]}#mode=present&t=${packed}`;
    try {
      await navigator.clipboard.writeText(link);
      onSaid(t('tourShared', { n: link.length }));
    } catch {
      setByHand(link);
      onSaid(t('tourShareByHand'));
    }
  }
  async function revert(): Promise<void> {
    await authoring.revert();
    onSaid(t('tourReverted'));
    if (authoring.tour.peek() !== null) return;
    // It never was more than a draft: there is nothing to show.
    app.state.present.leave();
    presentationOf(app).openSide(null);
  }
  return (
    <div class="author-tools">
      <IconButton
        icon={STAGE_ICONS.undo}
        label={t('undo')}
        disabled={!authoring.canUndo.value}
        onClick={() => stepThrough(app, 'undo', onSaid)}
      />
      <IconButton
        icon={STAGE_ICONS.redo}
        label={t('redo')}
        disabled={!authoring.canRedo.value}
        onClick={() => stepThrough(app, 'redo', onSaid)}
      />
      <button
        type="button"
        class="text-button is-framed"
        disabled={!unsaved}
        onClick={() => void authoring.save().then((kept) => onSaid(t(kept ? 'tourSaved' : 'tourNotKept')))}
      >
        {t('tourSave')}
      </button>
      <button
        type="button"
        class="text-button is-framed"
        title={t('tourSaveFileHint')}
        onClick={() => onSaid(t('tourFileSaved', { name: saveFile() }))}
      >
        {t('tourSaveFile')}
      </button>
      <button type="button" class="text-button is-framed" onClick={() => void share()}>
        {t('tourShare')}
      </button>
      <OpenButton files={files} />
      <StopTable tour={tour} onSaid={onSaid} />
      {setsOf(tour.stops).length > 0 && <p class="author-note small muted">{t('tourSetsStay')}</p>}
      {unsaved && (
        <p class="author-unsaved small">
          {t('tourUnsaved')}{' '}
          <button type="button" class="link-button" onClick={() => void revert()}>
            {t('tourRevert')}
          </button>
        </p>
      )}
      {byHand !== null && (
        <input
          class="author-link"
          readOnly
          aria-label={t('tourShareByHand')}
          value={byHand}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </div>
  );
}
