/** The ways to hand a tour out: a code of the stop, a picture of the stop, pages to print, slides, a film. */
import { useState } from 'preact/hooks';
import { download } from '../../../data/export/download.ts';
import { messageOf } from '../../../domain/error-message.ts';
import type { Tour } from '../../../domain/tour-schema.ts';
import { useApp } from '../../../state/app.ts';
import { presentationOf } from '../../../state/present/presentation.ts';
import { IconButton, Note, Section } from '../../../ui/pieces.tsx';
import { Qr } from '../../../ui/qr.tsx';
import { lazyPanel } from '../../frame/lazy-panel.tsx';
import { fileName } from '../author/open-tour.ts';
import { codeOfStop, codeWords, opensElsewhere } from '../code-of-stop.ts';
import { DeckForm } from './deck-form.tsx';
import { FilmForm } from './film-form.tsx';
import { STILL, stillOf } from './still.ts';
import '../author/author.css';

const Handout = lazyPanel(() => import('./handout.tsx').then((m) => m.default), {
  words: ['panels', 'present', 'author', 'plan'],
});
/** CSS pixels a side. */
const QR_PX = 260;

interface HandOutProps {
  readonly tour: Tour;
  readonly onClose: () => void;
}

export default function HandOut({ tour, onClose }: HandOutProps) {
  const { i18n, map } = useApp();
  const { t } = i18n.value;
  const [printing, setPrinting] = useState(false);
  return (
    <section
      class="author"
      aria-label={t('handOut')}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onClose();
      }}
    >
      <header class="author-head">
        <h2>{t('handOut')}</h2>
        <IconButton icon="close" label={t('handOutClose')} onClick={onClose} />
      </header>
      <div class="author-body">
        {map.value === null && <Note tone="warning">{t('imageNoMap')}</Note>}
        <CodeOfStop tour={tour} />
        <Still tour={tour} />
        <Section title={t('handoutTitle')}>
          <p class="small">{t('handoutLead')}</p>
          <button
            type="button"
            class="primary-button"
            disabled={map.value === null || tour.stops.length === 0}
            onClick={() => setPrinting(true)}
          >
            {t('handoutOpen')}
          </button>
        </Section>
        <DeckForm tour={tour} />
        <FilmForm tour={tour} />
      </div>
      {printing && <Handout tour={tour} onClose={() => setPrinting(false)} />}
    </section>
  );
}

/** The code as the stage has it, beside the other ways. */
function CodeOfStop({ tour }: { readonly tour: Tour }) {
  const app = useApp();
  const { t } = app.i18n.value;
  const { index } = presentationOf(app).playback.state.value;
  const code = codeOfStop(app, tour, index, 'stage', app.map.value?.currentView() ?? null);
  return (
    <Section title={t('qrTitle')}>
      {opensElsewhere() && code.leadsTo !== null && <Qr text={code.address} label={t('codeLabel')} size={QR_PX} />}
      <p class="small">{opensElsewhere() ? codeWords(app, code, index, 'stage') : t('codeFile')}</p>
      {opensElsewhere() && code.leadsTo === 'view' && <p class="small muted">{t('codeViewWhy')}</p>}
    </Section>
  );
}

function Still({ tour }: { readonly tour: Tour }) {
  const app = useApp();
  const { i18n, map } = app;
  const { t, text } = i18n.value;
  const [busy, setBusy] = useState(false);
  const [words, setWords] = useState('');
  const stop = presentationOf(app).playback.stop.value;
  async function save(): Promise<void> {
    if (stop === null) return;
    setBusy(true);
    setWords(t('printDrawing'));
    try {
      const image = await stillOf(app, tour, stop);
      const name = fileName(text(stop.title), 'png');
      download(name, image, 'image/png');
      setWords(t('stillSaved', { name }));
    } catch (error) {
      setWords(t('handFailed', { reason: messageOf(error) }));
    }
    setBusy(false);
  }
  /** The browser is promised the picture within the press; drawing it takes longer than a press lasts. */
  async function copy(): Promise<void> {
    if (stop === null) return;
    setBusy(true);
    setWords(t('printDrawing'));
    try {
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': stillOf(app, tour, stop) })]);
      setWords(t('stillCopied'));
    } catch (error) {
      setWords(t('handFailed', { reason: messageOf(error) }));
    }
    setBusy(false);
  }
  return (
    <Section title={t('stillTitle')}>
      <p class="small">{t('stillHint', { width: String(STILL.width), height: String(STILL.height) })}</p>
      <button
        type="button"
        class="primary-button"
        disabled={busy || stop === null || map.value === null}
        onClick={() => void save()}
      >
        {t('stillSave')}
      </button>{' '}
      {'ClipboardItem' in window && (
        <button
          type="button"
          class="text-button is-framed"
          disabled={busy || stop === null || map.value === null}
          onClick={() => void copy()}
        >
          {t('stillCopy')}
        </button>
      )}
      <p class="small" role="status">
        {words}
      </p>
    </Section>
  );
}
