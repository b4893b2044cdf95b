/** The ways in for a tour: chosen, dropped on the window, or pasted. A bad one is refused, and nothing here changes. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { saidIn } from '../../../domain/tour-edit.ts';
import { parseTourText } from '../../../domain/tour-parse.ts';
import { useApp } from '../../../state/app.ts';
import { presentationOf } from '../../../state/present/presentation.ts';
import { FileButton } from '../../../ui/file-button.tsx';
import { startEditing } from './edit-tour.ts';
import { faultWords, type OpenFault } from './fault-text.ts';
import { type OpenedTour, openFile } from './open-tour.ts';

/** Faults that are listed; the rest is counted. */
const MOST_FAULTS = 6;

export interface TourFiles {
  /** A file is held over the window. */
  readonly dropping: boolean;
  /** What was refused, and why; null where nothing was. */
  readonly refused: ComponentChildren;
  open(file: File): Promise<void>;
}

export function useTourFiles(onSaid: (words: string) => void): TourFiles {
  const app = useApp();
  const { t, lang } = app.i18n.value;
  const [dropping, setDropping] = useState(false);
  const [refused, setRefused] = useState<{ file: string; faults: readonly OpenFault[] } | null>(null);

  const take = (opened: OpenedTour, file: string) => {
    if ('faults' in opened) {
      setRefused({ file, faults: opened.faults });
      onSaid('');
      return;
    }
    setRefused(null);
    startEditing(app, opened.tour);
    presentationOf(app).playback.send({ do: 'first' });
    onSaid(t('tourOpened', { name: saidIn(opened.tour.title, lang), n: opened.tour.stops.length }));
  };
  const open = async (file: File) => take(await openFile(file), file.name);

  useEffect(() => {
    const listening = new AbortController();
    const options = { signal: listening.signal, capture: true };
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    window.addEventListener(
      'dragover',
      (event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        setDropping(true);
      },
      options,
    );
    window.addEventListener('dragleave', (event) => event.relatedTarget === null && setDropping(false), options);
    window.addEventListener(
      'drop',
      (event) => {
        setDropping(false);
        const file = event.dataTransfer?.files[0];
        if (file === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        void open(file);
      },
      options,
    );
    window.addEventListener(
      'paste',
      (event) => {
        // What is pasted into a field belongs there.
        if (event.target instanceof HTMLElement && event.target.matches('input, textarea')) return;
        const file = event.clipboardData?.files[0];
        const text = event.clipboardData?.getData('text/plain').trim() ?? '';
        if (file === undefined && text === '') return;
        event.preventDefault();
        if (file !== undefined) void open(file);
        else take(parseTourText(text), t('tourPasted'));
      },
      options,
    );
    return () => listening.abort();
  }, [t]);

  return {
    dropping,
    open,
    refused: refused && <Refused file={refused.file} faults={refused.faults} onClose={() => setRefused(null)} />,
  };
}

/** Which file, which stop, what is wrong. */
export function Refused(props: {
  readonly file: string;
  /** What stands above; by default that nothing of the file was taken. */
  readonly lead?: string;
  readonly faults: readonly OpenFault[];
  readonly onClose?: () => void;
}) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const { file, faults, onClose } = props;
  return (
    <div class="author-refused" role="alert">
      <p>{props.lead ?? t('tourRefused', { file })}</p>
      <ul>
        {faults.slice(0, MOST_FAULTS).map((fault, at) => (
          <li key={at}>{faultWords(i18n.value, fault)}</li>
        ))}
      </ul>
      {faults.length > MOST_FAULTS && <p>{t('tourFaultMore', { n: faults.length - MOST_FAULTS })}</p>}
      {onClose !== undefined && (
        <button type="button" class="link-button" onClick={onClose}>
          {t('close')}
        </button>
      )}
    </div>
  );
}

export function OpenButton({ files }: { readonly files: TourFiles }) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  return (
    <FileButton
      look="text-button is-framed"
      label={t('tourOpen')}
      title={t('tourOpenHint')}
      accept=".json,application/json"
      onFiles={([file]) => file !== undefined && void files.open(file)}
    />
  );
}
