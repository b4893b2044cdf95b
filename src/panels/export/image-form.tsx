/** The map on its way out: as an image, or as a page to print. */
import { useState } from 'preact/hooks';
import { download } from '../../data/export/download.ts';
import { useApp } from '../../state/app.ts';
import { Choice } from '../../ui/choice.tsx';
import { Note, Section } from '../../ui/pieces.tsx';
import { lazyPanel } from '../frame/lazy-panel.tsx';
import { reasonOf } from '../frame/part-failed.tsx';

const PrintLayout = lazyPanel(() => import('./print-layout.tsx').then((m) => m.default), { words: ['panels', 'plan'] });
const SCALES = ['1', '2', '3'] as const;

export function ImageForm() {
  const { state, i18n, map } = useApp();
  const { t, number } = i18n.value;
  const [scale, setScale] = useState<(typeof SCALES)[number]>('2');
  const [words, setWords] = useState('');
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const port = map.value;

  async function save(): Promise<void> {
    if (port === null) return;
    setBusy(true);
    setFailed(false);
    setWords(t('printDrawing'));
    try {
      const [{ imageOf }, { aboutMap }] = await Promise.all([import('./image.ts'), import('../paper/about-map.ts')]);
      const picture = await port.picture({ size: 'as-shown', pixelRatio: Number(scale) });
      const about = aboutMap(state, i18n.value, picture, 160);
      const image = await imageOf(picture, about, {
        title: t('printDefaultTitle'),
        north: t('printNorth'),
        legend: t('printLegend'),
        scaleNote: t('printScaleBar'),
      });
      const name = `foshan-224-map-${state.base.version.data}.png`;
      download(name, image, image.type);
      setWords(t('exportSaved', { name, kb: number(Math.max(1, Math.round(image.size / 1024))) }));
    } catch (error) {
      setFailed(true);
      setWords(t('exportFailed', { reason: reasonOf(i18n.value, error) }));
    }
    setBusy(false);
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
        <button type="button" class="primary-button" disabled={port === null || busy} onClick={() => void save()}>
          {t('imageSave')}
        </button>
        <p role="status" class={failed ? 'note note-warning' : 'small'}>
          {words}
        </p>
      </div>
    </Section>
  );
}

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
