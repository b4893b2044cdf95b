/** The map on its way out: as an image, or as a page to print. */
import { useState } from 'preact/hooks';
import { download } from '../../data/export/download.ts';
import type { I18n } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import type { MapPort } from '../../state/map-port.ts';
import { Choice } from '../../ui/choice.tsx';
import { Note, Section } from '../../ui/pieces.tsx';
import { lazyPanel } from '../frame/lazy-panel.tsx';
import { reasonOf } from '../frame/part-failed.tsx';

const PrintLayout = lazyPanel(() => import('./print-layout.tsx').then((m) => m.default), { words: ['panels', 'plan'] });
const SCALES = ['1', '2', '3'] as const;
/** Longest scale bar. */
const BAR_PX = 160;

export function ImageForm() {
  const { state, i18n, map } = useApp();
  const { t, number } = i18n.value;
  const [scale, setScale] = useState<(typeof SCALES)[number]>('2');
  const [words, setWords] = useState('');
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const port = map.value;

  async function doing(work: (from: MapPort) => Promise<string>): Promise<void> {
    if (port === null) return;
    setBusy(true);
    setFailed(false);
    setWords(t('printDrawing'));
    try {
      setWords(await work(port));
    } catch (error) {
      setFailed(true);
      setWords(t('exportFailed', { reason: reasonOf(i18n.value, error) }));
    }
    setBusy(false);
  }

  async function png(from: MapPort): Promise<Blob> {
    const [{ imageOf }, { aboutMap }] = await Promise.all([import('./image.ts'), import('../paper/about-map.ts')]);
    const picture = await from.picture({ size: 'as-shown', pixelRatio: Number(scale) });
    return await imageOf(picture, aboutMap(state, i18n.value, picture, BAR_PX), frameWords(i18n.value));
  }

  function handOut(file: Blob, ending: string): string {
    const name = `foshan-224-map-${state.base.version.data}.${ending}`;
    download(name, file, file.type);
    return t('exportSaved', { name, kb: number(Math.max(1, Math.round(file.size / 1024))) });
  }

  async function svg(from: MapPort): Promise<Blob> {
    return await (await import('./drawn.ts')).drawnFile(state, i18n.value, from, frameWords(i18n.value), BAR_PX);
  }

  /** Asked for at once, while the press is fresh; the picture follows. */
  async function copy(from: MapPort): Promise<string> {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png(from) })]);
    return t('imageCopied');
  }

  return (
    <Section title={t('imageTitle')}>
      <div class="export-form">
        <p class="small">{t('imageLead')}</p>
        {port === null && <Note tone="warning">{t('imageNoMap')}</Note>}
        <Choice
          label={t('imageScale')}
          value={scale}
          options={SCALES.map((value) => ({ value, label: t('imageScaleN', { n: value }) }))}
          onChange={setScale}
        />
        <div class="export-buttons">
          <button
            type="button"
            class="primary-button"
            disabled={port === null || busy}
            onClick={() => void doing(async (from) => handOut(await png(from), 'png'))}
          >
            {t('imageSave')}
          </button>
          <button
            type="button"
            class="text-button"
            disabled={port === null || busy}
            onClick={() => void doing(async (from) => handOut(await svg(from), 'svg'))}
          >
            {t('imageSaveSvg')}
          </button>
          <button
            type="button"
            class="text-button"
            disabled={port === null || busy || !canCopy()}
            onClick={() => void doing(copy)}
          >
            {t('imageCopy')}
          </button>
        </div>
        <p class="field-hint">{t('imageSvgHint')}</p>
        {!canCopy() && <p class="field-hint">{t('imageNoCopy')}</p>}
        <p role="status" class={failed ? 'note note-warning' : 'small'}>
          {words}
        </p>
      </div>
    </Section>
  );
}

/** Older browsers, and pages without encryption, put no pictures on the clipboard. */
const canCopy = (): boolean => 'ClipboardItem' in globalThis && 'clipboard' in navigator;

const frameWords = ({ t }: I18n) => ({
  title: t('printDefaultTitle'),
  north: t('printNorth'),
  legend: t('printLegend'),
  scaleNote: t('printScaleBar'),
});

export function PrintForm() {
  const { i18n, map } = useApp();
  const { t } = i18n.value;
  const [open, setOpen] = useState(false);
  return (
    <Section title={t('printTitle')}>
      <div class="export-form">
        <p class="small">{t('printLead')}</p>
        <button type="button" class="primary-button" disabled={map.value === null} onClick={() => setOpen(true)}>
          {t('printOpen')}
        </button>
        {open && <PrintLayout onClose={() => setOpen(false)} />}
      </div>
    </Section>
  );
}
