/** The handout on screen as it will be on paper: a page a stop, printed or saved as PDF by the browser. */
import { useEffect, useState } from 'preact/hooks';
import { messageOf } from '../../../domain/error-message.ts';
import { playedPlaces } from '../../../domain/tour.ts';
import type { Tour } from '../../../domain/tour-schema.ts';
import { useApp } from '../../../state/app.ts';
import { mmToPx } from '../../paper/paper-size.ts';
import { Pages, PaperSheet } from '../../paper/sheet.tsx';
import { HandoutPage, PAGE } from './handout-page.tsx';
import { makePictures, type StopPage } from './make-pictures.ts';
import './handout.css';

interface HandoutProps {
  readonly tour: Tour;
  readonly onClose: () => void;
}

export default function Handout({ tour, onClose }: HandoutProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const [notes, setNotes] = useState(false);
  const [author, setAuthor] = useState('');
  const [place, setPlace] = useState('');
  const { pages, drawing, failed } = usePictures(tour);
  const total = playedPlaces(tour.stops).length;
  const title = `${t('handoutTitle')}: ${i18n.value.text(tour.title)}`;
  return (
    <PaperSheet
      kind="handout"
      label={title}
      paper="A4"
      orientation="landscape"
      words={{ print: t('handoutPrint'), close: t('handoutClose') }}
      ready={pages !== null}
      failure={failed === null ? null : t('handFailed', { reason: failed })}
      onClose={onClose}
      tools={
        <>
          <h2>
            <bdi>{title}</bdi>
          </h2>
          <label class="author-check">
            <input type="checkbox" checked={notes} onChange={() => setNotes(!notes)} />
            {t('handoutNotes')}
          </label>
          <Line label={t('handoutAuthor')} value={author} onChange={setAuthor} />
          <Line label={t('handoutPlace')} value={place} onChange={setPlace} />
        </>
      }
    >
      {pages === null && failed === null && (
        <div class="boot">
          <progress value={drawing - 1} max={total} aria-label={t('handoutTitle')} />
          <p role="status">{t('handoutDrawing', { n: drawing, total })}</p>
          <p>
            <button type="button" class="text-button is-framed" onClick={onClose}>
              {t('cancel')}
            </button>
          </p>
        </div>
      )}
      {pages !== null && (
        <>
          <p class="visually-hidden" role="status">
            {t('handoutReady', { n: pages.length })}
          </p>
          <Pages width={PAGE.width}>
            {pages.map((page, at) => (
              <HandoutPage
                key={page.stop.id}
                tour={tour}
                page={page}
                number={at + 1}
                total={pages.length}
                by={[author, place].map((words) => words.trim()).filter((words) => words !== '')}
                notes={notes ? i18n.value.text(page.stop.notes) : ''}
              />
            ))}
          </Pages>
        </>
      )}
    </PaperSheet>
  );
}

interface LineProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Words for the head of each page; they stay on it. */
function Line({ label, value, onChange }: LineProps) {
  return (
    <label class="handout-line">
      {label}
      <input type="text" maxLength={60} value={value} onInput={({ currentTarget }) => onChange(currentTarget.value)} />
    </label>
  );
}

interface Pictures {
  /** Null until all are drawn. */
  readonly pages: readonly StopPage[] | null;
  /** From 1: the page that is drawn now. */
  readonly drawing: number;
  readonly failed: string | null;
}

/** Drawn once for the tour as it was when the handout was opened; closing it stops the drawing. */
function usePictures(tour: Tour): Pictures {
  const app = useApp();
  const [pages, setPages] = useState<readonly StopPage[] | null>(null);
  const [drawing, setDrawing] = useState(1);
  const [failed, setFailed] = useState<string | null>(null);
  useEffect(() => {
    const closing = new AbortController();
    let made: readonly StopPage[] = [];
    const size = { width: mmToPx(PAGE.map.width), height: mmToPx(PAGE.map.height) };
    makePictures(app, tour, { size, signal: closing.signal, progress: setDrawing }).then(
      (all) => {
        made = all;
        setPages(all);
      },
      (error: unknown) => {
        if (!closing.signal.aborted) setFailed(messageOf(error));
      },
    );
    return () => {
      closing.abort();
      for (const { url } of made) URL.revokeObjectURL(url);
    };
  }, []);
  return { pages, drawing, failed };
}
