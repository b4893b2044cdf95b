/** The handout on screen as it will be on paper: a page a stop, printed or saved as PDF by the browser. */
import { createPortal } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Tour } from '../../../domain/tour-schema.ts';
import { useApp } from '../../../state/app.ts';
import { IconButton, Note } from '../../../ui/pieces.tsx';
import { useAlone, usePaper } from '../../paper/page-life.ts';
import { mmToPx } from '../../paper/paper-size.ts';
import { HandoutPage, PAGE } from './handout-page.tsx';
import { makePictures, type StopPage } from './make-pictures.ts';
import '../../paper/paper.css';
import './handout.css';

interface HandoutProps {
  readonly tour: Tour;
  readonly onClose: () => void;
}

export default function Handout({ tour, onClose }: HandoutProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const [notes, setNotes] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const { pages, drawing, failed } = usePictures(tour);
  usePaper('A4', 'landscape');
  useAlone(box, onClose);
  const title = `${t('handoutTitle')}: ${i18n.value.text(tour.title)}`;
  return createPortal(
    <div class="print-layout" role="dialog" aria-modal="true" aria-label={title} tabIndex={-1} ref={box}>
      <div class="print-tools handout-tools">
        <h2>
          <bdi>{title}</bdi>
        </h2>
        <label class="author-check">
          <input type="checkbox" checked={notes} onChange={() => setNotes(!notes)} />
          {t('handoutNotes')}
        </label>
        <button type="button" class="primary-button" disabled={pages === null} onClick={() => window.print()}>
          {t('handoutPrint')}
        </button>
        <IconButton icon="close" label={t('handoutClose')} onClick={onClose} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keyboard too */}
      <section class="print-preview" aria-label={title} tabIndex={0}>
        {failed !== null && <Note tone="warning">{t('handFailed', { reason: failed })}</Note>}
        {pages === null && failed === null && (
          <div class="boot">
            <progress value={drawing - 1} max={tour.stops.length} aria-label={t('handoutTitle')} />
            <p role="status">{t('handoutDrawing', { n: drawing, total: tour.stops.length })}</p>
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
            <div class="print-pages" style={{ '--page-zoom': String(zoom()) }}>
              {pages.map((page, at) => (
                <HandoutPage
                  key={page.stop.id}
                  page={page}
                  number={at + 1}
                  total={pages.length}
                  notes={notes ? i18n.value.text(page.stop.notes) : ''}
                />
              ))}
            </div>
          </>
        )}
      </section>
    </div>,
    document.body,
  );
}

/** On a screen that is narrower, the whole page is seen smaller; on paper it has its size. */
const zoom = () => Math.min(1, (innerWidth - 64) / mmToPx(PAGE.width));

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
        if (!closing.signal.aborted) setFailed(error instanceof Error ? error.message : String(error));
      },
    );
    return () => {
      closing.abort();
      for (const { url } of made) URL.revokeObjectURL(url);
    };
  }, []);
  return { pages, drawing, failed };
}
