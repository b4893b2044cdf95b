/** Making slides of the tour: how far it is is shown, and it can be stopped. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { download } from '../../../data/export/download.ts';
import { messageOf } from '../../../domain/error-message.ts';
import { playedPlaces } from '../../../domain/tour.ts';
import type { Tour } from '../../../domain/tour-schema.ts';
import { useApp } from '../../../state/app.ts';
import { Section } from '../../../ui/pieces.tsx';
import { fileName } from '../author/open-tour.ts';
import { Making } from './making.tsx';

const PPTX = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

export function DeckForm({ tour }: { readonly tour: Tour }) {
  const app = useApp();
  const { i18n, map } = app;
  const { t, text, number } = i18n.value;
  const [drawing, setDrawing] = useState<number | null>(null);
  const [words, setWords] = useState('');
  const work = useRef<AbortController | null>(null);
  // Closing the panel stops the drawing.
  useEffect(() => () => work.current?.abort(), []);

  async function make(): Promise<void> {
    const stopping = new AbortController();
    work.current = stopping;
    setWords('');
    setDrawing(1);
    try {
      const [{ makeDeck }, { deckBytes }] = await Promise.all([
        import('./make-deck.ts'),
        import('../../../data/export/deck.ts'),
      ]);
      const deck = await makeDeck(app, tour, { signal: stopping.signal, progress: setDrawing });
      const bytes = await deckBytes(deck);
      stopping.signal.throwIfAborted();
      const name = fileName(text(tour.title), 'pptx');
      download(name, bytes, PPTX);
      setWords(t('deckSaved', { name, mb: number(bytes.length / 1e6, 1) }));
    } catch (error) {
      setWords(stopping.signal.aborted ? t('cancelled') : t('handFailed', { reason: messageOf(error) }));
    }
    work.current = null;
    setDrawing(null);
  }

  const total = playedPlaces(tour.stops).length;
  return (
    <Section title={t('deckTitle')}>
      <p class="small">{t('deckLead')}</p>
      {drawing === null ? (
        <button
          type="button"
          class="primary-button"
          disabled={map.value === null || tour.stops.length === 0}
          onClick={() => void make()}
        >
          {t('deckMake')}
        </button>
      ) : (
        <Making
          title={t('deckTitle')}
          done={drawing - 1}
          total={total}
          words={t('handoutDrawing', { n: drawing, total })}
          onStop={() => work.current?.abort()}
        />
      )}
      <p class="small" role="status">
        {words}
      </p>
    </Section>
  );
}
